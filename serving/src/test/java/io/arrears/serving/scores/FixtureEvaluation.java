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
            parts(metrics, target, loss);
            groups(metrics, target);
            stability(metrics, target);
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

    /** Segments and months of the model, one of them too small to be judged. */
    private static void parts(List<MetricRow> out, String target, double loss) {
        for (String slice : SLICES) {
            metric(out, List.of(target, "trees", slice, "positives"), 1_300, 4_200);
        }
        for (String slice : List.of("segment=north", "month=2026-01", "month=2026-02")) {
            metric(out, List.of(target, "trees", slice, "auc"), 0.8 - loss, 1_400);
            metric(out, List.of(target, "trees", slice, "ece"), 0.02, 1_400);
            metric(out, List.of(target, "trees", slice, "calibration_slope"), 0.98, 1_400);
            metric(out, List.of(target, "trees", slice, "positives"), 430, 1_400);
        }
        metric(out, List.of(target, "trees", "segment=south", "positives"), 7, 31);
        metric(out, List.of(target, "trees", "segment=south", "too_few"), 1, 31);
        for (int percent : new int[] {5, 10, 20}) {
            metric(out, List.of(target, "trees", "all", "lift_" + percent), 2.6 - percent / 25.0, ROWS);
            metric(out, List.of(target, "trees", "all", "cash_" + percent), percent * 0.022, ROWS);
        }
    }

    private static void groups(List<MetricRow> out, String target) {
        for (String group : List.of("f", "m")) {
            double shift = group.equals("f") ? 0 : 0.03;
            String slice = "audit_sex=" + group;
            metric(out, List.of(target, "trees", slice, "observed"), 0.31 + shift, 2_100);
            metric(out, List.of(target, "trees", slice, "predicted"), 0.32 + shift, 2_100);
            metric(out, List.of(target, "trees", slice, "calibration_gap"), -0.01, 2_100);
            metric(out, List.of(target, "trees", slice, "selected_10"), 0.085 + shift, 2_100);
            metric(out, List.of(target, "trees", slice, "true_positive_rate_10"), 0.2 + shift, 2_100);
            metric(out, List.of(target, "trees", slice, "false_positive_rate_10"), 0.04 + shift, 2_100);
            metric(out, List.of(target, "trees", slice, "impact_ratio_10"), 0.74 + 8.66 * shift, 2_100);
        }
        metric(out, List.of(target, "trees", "audit_sex", "selection_gap_10"), 0.03, ROWS);
        metric(out, List.of(target, "trees", "audit_sex", "true_positive_gap_10"), 0.03, ROWS);
        metric(out, List.of(target, "trees", "audit_sex", "false_positive_gap_10"), 0.03, ROWS);
        metric(out, List.of(target, "trees", "audit_sex", "calibration_gap"), 0.01, ROWS);
        metric(out, List.of(target, "trees", "audit_sex", "impact_ratio_10"), 0.74, ROWS);
    }

    private static void stability(List<MetricRow> out, String target) {
        List<String> moved = List.of("score", "input=days_past_due", "input=past_due_amount", "input=mean_days_late");
        double[] psi = {0.04, 0.31, 0.12, 0.02};
        for (int i = 0; i < moved.size(); i++) {
            metric(out, List.of(target, "trees", moved.get(i), "psi"), psi[i], ROWS);
            metric(out, List.of(target, "trees", moved.get(i), "psi_by_chance"), 0.015, ROWS);
            metric(out, List.of(target, "trees", moved.get(i), "missing_before"), 0.02, ROWS);
            metric(out, List.of(target, "trees", moved.get(i), "missing_now"), 0.03, ROWS);
        }
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
