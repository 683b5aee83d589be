package io.arrears.serving.scores;

import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.MetricRow;
import java.util.ArrayList;
import java.util.List;

/** A believable evaluation of a hand-made model: three contenders, two targets, whole curves. */
final class FixtureEvaluation {
    private static final List<String> CONTENDERS = List.of("trees", "logistic", "days_past_due");
    private static final List<String> SLICES = List.of("all", "receivable_type=credit_card", "receivable_type=utility");
    private static final int BINS = 15;
    private static final int STEPS = 20;
    private static final long ROWS = 4_200;

    private FixtureEvaluation() {}

    /** @param loss how much worse than the best this model is, 0 to 0.1 */
    static Evaluation of(double loss) {
        List<MetricRow> metrics = new ArrayList<>();
        List<CurvePoint> curves = new ArrayList<>();
        for (String target : List.of("pay30", "roll90")) {
            for (int i = 0; i < CONTENDERS.size(); i++) {
                metrics(metrics, target, CONTENDERS.get(i), loss + i * 0.04);
                curves(curves, target, CONTENDERS.get(i), 0.3 + loss + i * 0.15);
            }
        }
        return new Evaluation(metrics, curves);
    }

    private static void metrics(List<MetricRow> out, String target, String contender, double loss) {
        for (int i = 0; i < SLICES.size(); i++) {
            double worse = loss + i * 0.01;
            long n = ROWS / (1 + i * 3L);
            metric(out, List.of(target, contender, SLICES.get(i), "auc"), 0.81 - worse, n);
            metric(out, List.of(target, contender, SLICES.get(i), "ks"), 0.48 - worse, n);
            metric(out, List.of(target, contender, SLICES.get(i), "brier"), 0.16 + worse / 2, n);
            metric(out, List.of(target, contender, SLICES.get(i), "log_loss"), 0.49 + worse, n);
            metric(out, List.of(target, contender, SLICES.get(i), "ece"), 0.015 + worse / 4, n);
        }
    }

    private static void metric(List<MetricRow> out, List<String> key, double value, long n) {
        double half = value / Math.sqrt(n);
        out.add(new MetricRow(key.get(0), key.get(1), key.get(2), key.get(3), value, value - half, value + half, n));
    }

    private static void curves(List<CurvePoint> out, String target, String contender, double power) {
        for (int i = 0; i <= STEPS; i++) {
            double x = (double) i / STEPS;
            out.add(point(target, contender, "roc", x, Math.pow(x, power)));
            out.add(point(target, contender, "lift", x, Math.pow(x, power + 0.2)));
        }
        for (int bin = 0; bin < BINS; bin++) {
            double x = 0.03 + 0.9 * bin / BINS;
            double y = Math.min(1, x * 0.95 + 0.02 + (bin % 3 - 1) * 0.02);
            double half = 1.96 * Math.sqrt(y * (1 - y) * BINS / ROWS);
            out.add(new CurvePoint(target, contender, "calibration", x, y, y - half, y + half, ROWS / BINS));
        }
    }

    private static CurvePoint point(String target, String contender, String curve, double x, double y) {
        return new CurvePoint(target, contender, curve, x, y, Double.NaN, Double.NaN, ROWS);
    }
}
