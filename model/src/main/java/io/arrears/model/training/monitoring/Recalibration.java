package io.arrears.model.training.monitoring;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What matured outcomes say predictions should have been: a line on the log-odds, and a shift per part of the book. Each
 * part of it is shrunk as far as chance could have made it (positive-part James and Stein 1961), so that where nothing has
 * moved hardly anything is corrected.
 *
 * @param shift of the log-odds at the centre
 * @param tilt added to the slope
 * @param centre log-odds around which the slope turns
 * @param byPart further shifts
 */
public record Recalibration(double shift, double tilt, double centre, Map<String, Double> byPart)
        implements Serializable {
    private static final double EDGE = 1e-6;

    public Recalibration {
        byPart = new TreeMap<>(byPart);
    }

    /**
     * Learns it from one cycle.
     *
     * @param parts rows by part of the book; each row in at most one
     */
    public static Recalibration of(Matured matured, Map<String, int[]> parts) {
        int[] all = IntStream.range(0, matured.rows()).toArray();
        double[] margins = new double[matured.rows()];
        double weights = 0;
        double centre = 0;
        for (int row : all) {
            margins[row] = logit(matured.predicted[row]);
            weights += matured.weight(row);
            centre += matured.weight(row) * margins[row];
        }
        centre = weights == 0 ? 0 : centre / weights;
        ClusteredLine line = ClusteredLine.of(matured);
        double shift = shrunk(line.intercept(), line.interceptError(), Signal.Kind.LEVEL);
        double tilt = shrunk(line.slope() - 1, line.slopeError(), Signal.Kind.SLOPE);
        Recalibration whole = new Recalibration(shift, tilt, centre, Map.of());
        double[] corrected = IntStream.of(all)
                .mapToDouble(row -> whole.of(matured.predicted[row], ""))
                .toArray();
        Matured rest = new Matured(corrected, matured.observed, matured.debtors);
        Map<String, Double> byPart = new TreeMap<>();
        parts.forEach((part, rows) -> {
            Estimate left = Estimate.shift(rest, rows);
            double further = shrunk(left.value(), left.error(), Signal.Kind.SLICE);
            if (further != 0) {
                byPart.put(part, further);
            }
        });
        return new Recalibration(shift, tilt, centre, byPart);
    }

    /** A prediction corrected. */
    public double of(double probability, String part) {
        double margin = logit(probability);
        double moved = margin + shift + tilt * (margin - centre) + byPart.getOrDefault(part, 0.0);
        return Math.min(1 - EDGE, Math.max(EDGE, 1 / (1 + Math.exp(-moved))));
    }

    /** Whether it corrects nothing. */
    public boolean isNothing() {
        return shift == 0 && tilt == 0 && byPart.isEmpty();
    }

    /** Chance is here that of single debtors and what usually comes and goes with a cycle. */
    private static double shrunk(double value, double error, Signal.Kind kind) {
        double variance = error * error + kind.passing() * kind.passing();
        double kept = 1 - variance / (value * value);
        return kept > 0 ? value * kept : 0;
    }

    private static double logit(double probability) {
        double p = Math.min(1 - EDGE, Math.max(EDGE, probability));
        return Math.log(p / (1 - p));
    }
}
