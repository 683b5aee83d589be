package io.arrears.model.training;

import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.GateCheck;
import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.evaluation.Assessment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the gate asks of a candidate by itself, mostly of its own evaluation. */
final class SelfChecks {
    /** An ECE above this by more than chance makes, or a slope clearly beyond these, is not calibrated. */
    static final double MOST_ECE = 0.03;

    static final double LEAST_SLOPE = 0.75;
    static final double MOST_SLOPE = 1.33;
    /** Nobody foresees payments like this; a column that knows the future does. */
    static final double MOST_AUC = 0.95;

    static final double MOST_AUC_OF_A_FEATURE = 0.90;

    private static final double Z99 = 2.326;
    private static final String CALIBRATED = "calibrated";
    private static final String PLAUSIBLE = "plausible";

    private final ModelManifest manifest;
    private final Evaluation evaluation;

    SelfChecks(ModelManifest manifest, Evaluation evaluation) {
        this.manifest = manifest;
        this.evaluation = evaluation;
    }

    /**
     * One check per target with probabilities. Decisions rest on pay30: it must be calibrated. Of the others it is told and
     * refuses nothing.
     */
    List<GateCheck> calibrated() {
        List<GateCheck> checks = new ArrayList<>();
        for (String target : new TreeSet<>(manifest.targets().keySet())) {
            MetricRow ece = find(target, Assessment.ECE);
            if (ece != null) {
                checks.add(calibrated(target, ece, find(target, "calibration_slope")));
            }
        }
        if (checks.isEmpty()) {
            checks.add(new GateCheck(CALIBRATED, false, "the candidate has no evaluation: train it again"));
        }
        return checks;
    }

    private GateCheck calibrated(String target, MetricRow ece, @Nullable MetricRow slope) {
        boolean calibrated = isCalibrated(target, ece, slope);
        boolean decides = target.equals(Target.PAY30.code());
        String finding = finding(target, ece, slope);
        return new GateCheck(
                CALIBRATED,
                calibrated || !decides,
                calibrated || decides ? finding : "NOT CALIBRATED, told and not refused: " + finding);
    }

    /** What is wrong with the probabilities of a target; empty when nothing is, or nothing is known. */
    Optional<String> findMiscalibration(String target) {
        MetricRow ece = find(target, Assessment.ECE);
        MetricRow slope = find(target, "calibration_slope");
        return ece == null || isCalibrated(target, ece, slope)
                ? Optional.empty()
                : Optional.of(finding(target, ece, slope));
    }

    private boolean isCalibrated(String target, MetricRow ece, @Nullable MetricRow slope) {
        boolean steep = slope == null
                || Double.isNaN(slope.value())
                || orValue(slope.high(), slope) >= LEAST_SLOPE && orValue(slope.low(), slope) <= MOST_SLOPE;
        return steep && ece.value() <= MOST_ECE + eceByChance(bins(target));
    }

    private String finding(String target, MetricRow ece, @Nullable MetricRow slope) {
        return "%s: ECE %s, at most %.2f wanted beyond the %.3f of chance; slope %s, %.2f to %.2f wanted"
                .formatted(
                        target,
                        figure(ece),
                        MOST_ECE,
                        eceByChance(bins(target)),
                        slope == null ? "unknown" : figure(slope),
                        LEAST_SLOPE,
                        MOST_SLOPE);
    }

    /**
     * What the ECE of a perfectly calibrated model exceeds in 1 % of cases: in each bin the observed share is off by
     * chance, in size by a folded normal.
     */
    static double eceByChance(List<CurvePoint> bins) {
        double rows = bins.stream().mapToLong(CurvePoint::n).sum();
        double mean = 0;
        double variance = 0;
        for (CurvePoint bin : bins) {
            double share = bin.n() / rows;
            double off = bin.x() * (1 - bin.x()) / bin.n();
            mean += share * Math.sqrt(off * 2 / Math.PI);
            variance += share * share * off * (1 - 2 / Math.PI);
        }
        return mean + Z99 * Math.sqrt(variance);
    }

    private List<CurvePoint> bins(String target) {
        return evaluation.curves().stream()
                .filter(point -> point.target().equals(target)
                        && point.contender().equals(Contenders.TREES)
                        && point.curve().equals("calibration")
                        && point.n() > 0)
                .toList();
    }

    GateCheck plausible() {
        MetricRow auc = find(Target.PAY30.code(), Assessment.AUC);
        boolean passed = auc == null || !(orValue(auc.low(), auc) > MOST_AUC);
        return new GateCheck(
                PLAUSIBLE,
                passed,
                "pay30: AUC %s, above %.2f is taken for a leak"
                        .formatted(auc == null ? "unknown" : figure(auc), MOST_AUC));
    }

    /** The AUC of every single feature on the rows that judge, either way round, and of its being missing. */
    static GateCheck noSingleFeatureKnowsAll(TrainingTable table, int horizonDays) {
        int[] test = TimeSplit.of(table, row -> !Double.isNaN(table.label(Target.PAY30, row)), horizonDays)
                .test();
        double[] labels = Arrays.stream(test)
                .mapToDouble(row -> table.label(Target.PAY30, row))
                .toArray();
        double highest = 0;
        String name = "";
        for (int column = 0; column < table.schema().size(); column++) {
            double auc = aucOf(table, test, labels, column).orElse(0.5);
            if (auc > highest) {
                highest = auc;
                name = table.schema().names().get(column);
            }
        }
        return new GateCheck(
                PLAUSIBLE,
                highest <= MOST_AUC_OF_A_FEATURE,
                "strongest single feature for pay30: %s with AUC %.3f, above %.2f is taken for a leak"
                        .formatted(name, highest, MOST_AUC_OF_A_FEATURE));
    }

    private static Optional<Double> aucOf(TrainingTable table, int[] rows, double[] labels, int column) {
        double[] ranks = Arrays.stream(rows)
                .mapToDouble(row -> table.features().get(row, column))
                .map(value -> Double.isNaN(value) ? -1 : 0.5 + Math.atan(value) / Math.PI)
                .map(value -> (value + 1) / 2)
                .toArray();
        if (ranks.length == 0) {
            return Optional.empty();
        }
        double auc = Assessment.auc(ranks, labels).value();
        return Double.isNaN(auc) ? Optional.empty() : Optional.of(Math.max(auc, 1 - auc));
    }

    private @Nullable MetricRow find(String target, String metric) {
        return evaluation.metrics().stream()
                .filter(row -> row.target().equals(target)
                        && row.contender().equals(Contenders.TREES)
                        && row.slice().equals(MetricRows.ALL)
                        && row.metric().equals(metric))
                .findFirst()
                .orElse(null);
    }

    private static double orValue(double end, MetricRow row) {
        return Double.isNaN(end) ? row.value() : end;
    }

    private static String figure(MetricRow row) {
        return Double.isNaN(row.low())
                ? String.format(Locale.ROOT, "%.3f", row.value())
                : String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", row.value(), row.low(), row.high());
    }
}
