package io.arrears.model.training;

import io.arrears.model.scoring.AttemptRow;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.training.evaluation.Accounts;
import java.util.Arrays;

/**
 * The rows of a target, and whom each is calibrated with: accounts with those of their receivable type and segment,
 * attempts with those by the same channel in the same window.
 */
record TargetRows(TrainingTable table, Target target) {
    String type(int row) {
        return target == Target.REACH ? AttemptRow.channel(table.features().row(row)) : table.receivableType(row);
    }

    String segment(int row) {
        return target == Target.REACH ? AttemptRow.window(table.features().row(row)) : table.segment(row);
    }

    /** What {@link #type} tells apart. */
    String typeName() {
        return target == Target.REACH ? "channel" : "receivable_type";
    }

    /** What {@link #segment} tells apart. */
    String segmentName() {
        return target == Target.REACH ? "window" : "segment";
    }

    /** Whose each of some rows is, as numbers from 0 on. */
    int[] accounts(int[] rows) {
        return Accounts.of(Arrays.stream(rows).mapToObj(table::accountId));
    }

    double probability(TargetModel model, float[] features, int row) {
        return model.probability(features, type(row), segment(row));
    }
}
