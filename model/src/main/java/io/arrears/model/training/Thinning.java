package io.arrears.model.training;

import java.util.Arrays;

/** Keeps a stable sample of rows when there are more than a limit. */
final class Thinning {
    private static final int STEPS = 1_000_000;

    private Thinning() {}

    static int[] thin(TrainingTable table, int[] rows, int limit) {
        if (rows.length <= limit) {
            return rows;
        }
        int kept = (int) ((long) STEPS * limit / rows.length);
        return Arrays.stream(rows)
                .filter(row ->
                        Math.floorMod(TimeSplit.mix(31 * table.accountId(row).hashCode() + table.asOfDay(row)), STEPS)
                                < kept)
                .toArray();
    }
}
