package io.arrears.model.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/** The curves of one set of predictions. */
public record Curve(String name, List<Point> points) {
    private static final int LIFT_STEPS = 20;
    private static final int ROC_STEPS = 100;

    /** @param n rows behind the point; low and high its 95 % interval, NaN when there is none */
    public record Point(double x, double y, double low, double high, long n) {}

    /** Calibration (15 bins of equal mass, Wilson intervals), ROC and lift. */
    public static List<Curve> of(double[] predictions, double[] labels) {
        Ranked ranked = Ranked.of(predictions, labels);
        return List.of(calibration(ranked), roc(ranked), lift(ranked));
    }

    private static Curve calibration(Ranked r) {
        List<Point> points = new ArrayList<>();
        for (Bin bin : Bin.equalMass(r, r.unitWeights(), Figures.ECE_BINS)) {
            points.add(wilson(bin));
        }
        return new Curve("calibration", points);
    }

    private static Point wilson(Bin bin) {
        double z2 = Interval.Z95 * Interval.Z95;
        double n = bin.mass();
        double p = bin.observed();
        double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
        double half = Interval.Z95 / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        return new Point(bin.predicted(), p, centre - half, centre + half, Math.round(n));
    }

    private static Curve roc(Ranked r) {
        double positives = 0;
        for (double label : r.labels) {
            positives += label;
        }
        List<Point> points = new ArrayList<>();
        points.add(new Point(0, 0, Double.NaN, Double.NaN, r.size));
        double hits = 0;
        double alarms = 0;
        for (int i = r.size - 1; i >= 0; i--) {
            hits += r.labels[i];
            alarms += 1 - r.labels[i];
            boolean groupDone = i == 0 || r.groupEnds[i - 1] != r.groupEnds[i];
            double x = alarms / Math.max(1, r.size - positives);
            double y = hits / Math.max(1, positives);
            Point last = points.get(points.size() - 1);
            if (groupDone && (i == 0 || Math.max(x - last.x(), y - last.y()) >= 1.0 / ROC_STEPS)) {
                points.add(new Point(x, y, Double.NaN, Double.NaN, r.size));
            }
        }
        return new Curve("roc", points);
    }

    private static Curve lift(Ranked r) {
        List<Point> points = new ArrayList<>();
        double[] unit = r.unitWeights();
        for (int step = 0; step <= LIFT_STEPS; step++) {
            double share = (double) step / LIFT_STEPS;
            double found = step == 0 ? 0 : Figures.found(r, unit, share);
            points.add(new Point(share, Double.isNaN(found) ? 0 : found, Double.NaN, Double.NaN, r.size));
        }
        return new Curve("lift", points);
    }
}
