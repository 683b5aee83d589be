package io.arrears.model.training;

import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.ModelManifest.TargetSummary;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.training.learner.FittedTrees;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one target.
 *
 * @param settings what was chosen, in words
 * @param trees as Tribuo trained them; absent for a constant
 */
record TrainedTarget(
        TargetModel model,
        @Nullable FittedTrees trees,
        TargetSummary summary,
        List<MetricRow> metrics,
        List<CurvePoint> curves,
        String settings) {}
