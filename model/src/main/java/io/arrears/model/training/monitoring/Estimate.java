package io.arrears.model.training.monitoring;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * By how much outcomes depart from their predictions along one direction, in log-odds: one Newton step from no departure.
 * Unlike the full fit it has a value and an error also where everybody paid.
 *
 * @param value positive when more was paid than predicted
 * @param error standard error; rows of one debtor may move together (sandwich), and never less than independent rows'
 * @param rows on which it rests
 */
record Estimate(double value, double error, int rows) {
    /** Fewer rows, or fewer expected outcomes of the rarer kind, say nothing. */
    static final int LEAST_ROWS = 100;

    static final double LEAST_EVENTS = 10;

    static final Estimate NOTHING = new Estimate(Double.NaN, Double.NaN, 0);

    boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** The shift common to some rows. */
    static Estimate shift(Matured matured, int[] rows) {
        return of(matured, rows, row -> 1);
    }

    /**
     * How much more outcomes depart at the upper end of {@code x} than at the lower: the departure per unit of x, whatever
     * the shift common to all.
     *
     * @param x per row; NaN = missing, says nothing
     */
    static Estimate tilt(Matured matured, double[] x) {
        double sum = 0;
        double weights = 0;
        for (int row = 0; row < x.length; row++) {
            if (!Double.isNaN(x[row])) {
                sum += matured.weight(row) * x[row];
                weights += matured.weight(row);
            }
        }
        double centre = sum / weights;
        int[] known = IntStream.range(0, x.length)
                .filter(row -> !Double.isNaN(x[row]))
                .toArray();
        return of(matured, known, row -> x[row] - centre);
    }

    private static Estimate of(Matured matured, int[] rows, IntToDoubleFunction x) {
        double[] perDebtor = new double[matured.rows()];
        double score = 0;
        double information = 0;
        double expected = 0;
        for (int row : rows) {
            double at = x.applyAsDouble(row);
            score += matured.residual(row) * at;
            information += matured.weight(row) * at * at;
            expected += matured.predicted[row];
            perDebtor[matured.debtors[row]] += matured.residual(row) * at;
        }
        boolean enough = rows.length >= LEAST_ROWS && Math.min(expected, rows.length - expected) >= LEAST_EVENTS;
        if (!enough || information < LEAST_EVENTS / 10) {
            return NOTHING;
        }
        double squares = Arrays.stream(perDebtor).map(part -> part * part).sum();
        return new Estimate(score / information, Math.sqrt(Math.max(squares, information)) / information, rows.length);
    }
}
