package io.arrears.model.training;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which rows the trees learn from, which choose settings and calibration, and which judge. No row learned from or tuned on
 * has an outcome window that reaches into the test slice. None learned from reaches into the tuning slice either; where
 * that would cost more than half of the rows, the rows learned from choose too, each by a fit that saw nothing of its
 * account.
 *
 * @param train row indexes, rising
 * @param tune later than train; the same when they are crossed
 * @param test later than both
 * @param crossed whether the rows learned from choose too
 * @param note what a reader must know when time could not be respected; empty otherwise
 */
record TimeSplit(int[] train, int[] tune, int[] test, boolean crossed, String note) {
    private static final double SLICE = 0.2;
    /** Of the rows that judge, where the gap before a larger slice would cost too much. */
    private static final double SMALL_SLICE = 0.1;
    /** Beyond this a part of the accounts is enough to choose on. */
    private static final int MOST_CROSSED = 8_000;

    private static final int PARTS = 100;
    private static final int HELD_PARTS = 20;

    /**
     * @param usable rows whose outcome is known
     * @param horizonDays length of the outcome window, of rows that do not say its end
     */
    static TimeSplit of(TrainingTable table, IntPredicate usable, int horizonDays) {
        int[] rows = IntStream.range(0, table.rows()).filter(usable).toArray();
        int testFrom = testFrom(table, rows, horizonDays);
        int[] learn = before(table, rows, testFrom, horizonDays);
        if (learn.length == 0) {
            return byAccount(table, rows);
        }
        int[] test = where(rows, row -> table.asOfDay(row) >= testFrom);
        int tuneFrom = lastDays(table, learn, SLICE);
        int[] train = where(learn, row -> table.asOfDay(row) < tuneFrom);
        int[] tune = where(learn, row -> table.asOfDay(row) >= tuneFrom);
        int[] apart = before(table, train, tuneFrom, horizonDays);
        if (apart.length == 0 || apart.length < train.length / 2) {
            return byPart(
                    table,
                    learn,
                    test,
                    "Outcome windows are too long to leave a gap before later rows to choose on: settings and"
                            + " calibration were chosen ");
        }
        return new TimeSplit(apart, tune, test, false, "");
    }

    private static int testFrom(TrainingTable table, int[] rows, int horizonDays) {
        int from = lastDays(table, rows, SLICE);
        boolean costly = before(table, rows, from, horizonDays).length < rows.length / 2;
        return costly ? lastDays(table, rows, SMALL_SLICE) : from;
    }

    private static int[] before(TrainingTable table, int[] rows, int day, int horizonDays) {
        return where(rows, row -> table.throughDay(row, horizonDays) < day);
    }

    /** Where windows reach from one slice into the other, the same account would tell in both. */
    private static TimeSplit byPart(TrainingTable table, int[] learn, int[] test, String why) {
        if (learn.length <= MOST_CROSSED) {
            return new TimeSplit(
                    learn,
                    learn,
                    test,
                    true,
                    why + "on the rows learned from, each predicted by a fit that saw nothing of its account.");
        }
        IntUnaryOperator part = part(table);
        return new TimeSplit(
                where(learn, row -> part.applyAsInt(row) >= HELD_PARTS),
                where(learn, row -> part.applyAsInt(row) < HELD_PARTS),
                test,
                false,
                why + "on other accounts than those learned from.");
    }

    private static TimeSplit byAccount(TrainingTable table, int[] rows) {
        IntUnaryOperator part = part(table);
        return byPart(
                table,
                where(rows, row -> part.applyAsInt(row) >= HELD_PARTS),
                where(rows, row -> part.applyAsInt(row) < HELD_PARTS),
                "The as-of dates lie too close together for a split in time: the test holds different accounts of the"
                        + " same dates. Expect less of the model on later dates. Settings and calibration were chosen ");
    }

    /** How the settings of a target are chosen on the slices of this split. */
    Tuning tuning(TrainingTable table, Slice learn, Slice choose) {
        return crossed
                ? Tuning.crossed(learn.examples(), row -> part(table).applyAsInt(learn.rows()[row]))
                : Tuning.onLater(learn.examples(), choose.examples());
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
