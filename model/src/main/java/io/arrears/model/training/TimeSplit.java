package io.arrears.model.training;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which rows the trees learn from, which choose rounds and calibration, and which judge, in the order of time. No row
 * learned from or tuned on has an outcome window that reaches into the test slice. None learned from reaches into the
 * tuning slice either; where that would cost more than half of the rows, both hold different accounts instead.
 *
 * @param train row indexes, rising
 * @param tune later than train
 * @param test later than both
 * @param note what a reader must know when time could not be respected; empty otherwise
 */
record TimeSplit(int[] train, int[] tune, int[] test, String note) {
    private static final double SLICE = 0.2;
    private static final int PARTS = 100;
    private static final int TUNE_PARTS = 30;

    /**
     * @param usable rows whose outcome is known
     * @param horizonDays length of the outcome window, of rows that do not say its end
     */
    static TimeSplit of(TrainingTable table, IntPredicate usable, int horizonDays) {
        int[] rows = IntStream.range(0, table.rows()).filter(usable).toArray();
        int testFrom = lastDays(table, rows, SLICE);
        int[] learn = where(rows, row -> table.throughDay(row, horizonDays) < testFrom);
        if (learn.length == 0) {
            return byAccount(table, rows);
        }
        int[] test = where(rows, row -> table.asOfDay(row) >= testFrom);
        int tuneFrom = lastDays(table, learn, SLICE);
        int[] train = where(learn, row -> table.asOfDay(row) < tuneFrom);
        if (train.length > 0) {
            int[] tune = where(learn, row -> table.asOfDay(row) >= tuneFrom);
            int[] apart = where(train, row -> table.throughDay(row, horizonDays) < tuneFrom);
            return apart.length >= train.length / 2
                    ? new TimeSplit(apart, tune, test, "")
                    : ofOtherAccounts(table, train, tune, test);
        }
        IntUnaryOperator part = part(table);
        return new TimeSplit(
                where(learn, row -> part.applyAsInt(row) >= TUNE_PARTS),
                where(learn, row -> part.applyAsInt(row) < TUNE_PARTS),
                test,
                "Only one as-of date lies before the test slice: rounds and calibration were chosen on other accounts of"
                        + " that date, not on a later date.");
    }

    /** Where outcome windows reach from one slice into the other, the same account would tell in both. */
    private static TimeSplit ofOtherAccounts(TrainingTable table, int[] train, int[] tune, int[] test) {
        IntUnaryOperator part = part(table);
        return new TimeSplit(
                where(train, row -> part.applyAsInt(row) >= TUNE_PARTS),
                where(tune, row -> part.applyAsInt(row) < TUNE_PARTS),
                test,
                "Outcome windows are too long to leave a gap before the tuning slice: it holds other accounts than those"
                        + " learned from.");
    }

    private static TimeSplit byAccount(TrainingTable table, int[] rows) {
        IntUnaryOperator part = part(table);
        return new TimeSplit(
                where(rows, row -> part.applyAsInt(row) >= 40),
                where(rows, row -> part.applyAsInt(row) >= 20 && part.applyAsInt(row) < 40),
                where(rows, row -> part.applyAsInt(row) < 20),
                "The as-of dates lie too close together for a split in time: train, tune and test hold different"
                        + " accounts of the same dates. Expect less of the model on later dates.");
    }

    /** The first of the last days that hold at least {@code share} of the rows. */
    private static int lastDays(TrainingTable table, int[] rows, double share) {
        int[] days = Arrays.stream(rows).map(table::asOfDay).sorted().toArray();
        return days.length == 0 ? 0 : days[(int) Math.floor((days.length - 1) * (1 - share))];
    }

    /** A stable part of 100 for each account, the same on all its days. */
    private static IntUnaryOperator part(TrainingTable table) {
        return row -> Math.floorMod(mix(table.accountId(row).hashCode()), PARTS);
    }

    static int mix(int hash) {
        int h = hash * 0x9E3779B9;
        return (h ^ (h >>> 15)) * 0x85EBCA6B >>> 3;
    }

    private static int[] where(int[] rows, IntPredicate wanted) {
        return Arrays.stream(rows).filter(wanted).toArray();
    }
}
