package io.arrears.pipeline.replay;

import io.arrears.pipeline.replay.SkewReport.Example;
import io.arrears.pipeline.replay.SkewReport.FeatureSkew;
import io.arrears.pipeline.replay.SkewReport.Late;
import io.arrears.pipeline.replay.SkewReport.NotCompared;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a skew report tells, keeping the first few of everything. */
final class SkewTally {
    private static final int EXAMPLES = 3;

    private final Map<String, NotCompared> notCompared = new LinkedHashMap<>();
    private final Map<String, FeatureSkew> features = new LinkedHashMap<>();
    private final List<Late> late = new ArrayList<>();
    private long records;
    private long compared;
    private long differing;
    private long arrivedLater;

    void notCompared(String decision, String reason) {
        records++;
        notCompared.merge(
                reason,
                new NotCompared(reason, 1, decision),
                (old, one) -> new NotCompared(reason, old.decisions() + 1, old.firstDecision()));
    }

    void same() {
        records++;
        compared++;
    }

    /** Counts a record that differs in at least one feature. */
    void different(Map<String, Example> byFeature) {
        records++;
        compared++;
        differing++;
        byFeature.forEach((feature, example) -> features.merge(
                feature, new FeatureSkew(feature, 1, List.of(example)), (old, one) -> plus(old, example)));
    }

    private static FeatureSkew plus(FeatureSkew old, Example example) {
        List<Example> examples = new ArrayList<>(old.examples());
        if (examples.size() < EXAMPLES) {
            examples.add(example);
        }
        return new FeatureSkew(old.feature(), old.decisions() + 1, examples);
    }

    /** Says of a record already counted as different that this is why. */
    void arrivedLater(Late one) {
        arrivedLater++;
        if (late.size() < EXAMPLES) {
            late.add(one);
        }
    }

    SkewReport report() {
        List<FeatureSkew> byCount = new ArrayList<>(features.values());
        byCount.sort(Comparator.comparingLong(FeatureSkew::decisions).reversed().thenComparing(FeatureSkew::feature));
        return new SkewReport(
                records, compared, differing, arrivedLater, List.copyOf(notCompared.values()), byCount, late);
    }
}
