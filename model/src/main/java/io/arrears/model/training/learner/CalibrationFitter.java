package io.arrears.model.training.learner;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.training.evaluation.LogitFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits the step from margins to probabilities on rows the trees did not learn from. Each method is fitted on the earlier
 * part and judged by log loss on the later; the simplest that is not clearly worse wins and is fitted on both.
 */
public final class CalibrationFitter {
    /** Fewer rows of the rarer class in a part: what was there before stays. */
    private static final int MIN_EVENTS = 20;
    /** Isotonic steps need more. */
    private static final int MIN_EVENTS_ISOTONIC = 100;
    /** How much better, in nats per row, a more flexible method must be. */
    private static final double MIN_GAIN = 1e-4;

    private CalibrationFitter() {}

    /** For the whole book; the identity when nothing is clearly better. */
    public static Calibration fit(CalibrationRows rows) {
        return find(rows, new Calibration.Identity(), MIN_EVENTS, MIN_GAIN).orElseGet(Calibration.Identity::new);
    }

    /**
     * A calibration that clearly beats another on the later rows, fitted on all of them.
     *
     * @param incumbent fitted on none of the later rows
     * @param minEvents rows of the rarer class needed in each part
     * @param minGain in nats per row
     */
    static Optional<Calibration> find(CalibrationRows rows, Calibration incumbent, int minEvents, double minGain) {
        CalibrationRows early = rows.early();
        CalibrationRows late = rows.late();
        if (Math.min(early.events(), late.events()) < minEvents) {
            return Optional.empty();
        }
        double bestLoss = mean(late.losses(incumbent));
        Method bestMethod = sample -> Optional.empty();
        for (Method method : methods(early.events())) {
            Optional<Calibration> fitted = method.fit(early);
            double loss =
                    fitted.map(calibration -> mean(late.losses(calibration))).orElse(Double.POSITIVE_INFINITY);
            if (loss < bestLoss - minGain) {
                bestLoss = loss;
                bestMethod = method;
            }
        }
        return bestMethod.fit(rows);
    }

    /** The method of a calibration fitted on other rows: what it would have been on them. */
    static Calibration again(Calibration calibration, CalibrationRows rows) {
        Optional<Calibration> fitted = switch (calibration.method()) {
            case "platt" -> platt(rows);
            case "beta" -> beta(rows);
            case "isotonic" -> isotonic(rows);
            default -> Optional.empty();
        };
        return fitted.orElseGet(Calibration.Identity::new);
    }

    private static Optional<Calibration> isotonic(CalibrationRows rows) {
        return Optional.of(IsotonicFit.fit(rows.margins(), rows.labels(), rows.weights()));
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private interface Method {
        Optional<Calibration> fit(CalibrationRows rows);
    }

    private static List<Method> methods(long events) {
        List<Method> methods = new ArrayList<>(List.of(CalibrationFitter::platt, CalibrationFitter::beta));
        if (events >= MIN_EVENTS_ISOTONIC) {
            methods.add(CalibrationFitter::isotonic);
        }
        return methods;
    }

    private static Optional<Calibration> platt(CalibrationRows rows) {
        return LogitFit.fit(new double[][] {rows.margins()}, rows.labels(), rows.weights())
                .filter(beta -> beta[0] > 0)
                .map(beta -> new Calibration.Platt(beta[0], beta[1]));
    }

    private static Optional<Calibration> beta(CalibrationRows rows) {
        int n = rows.size();
        double[][] columns = new double[2][n];
        for (int i = 0; i < n; i++) {
            double p = Calibration.clip(Calibration.sigmoid(rows.margins()[i]));
            columns[0][i] = Math.log(p);
            columns[1][i] = -Math.log1p(-p);
        }
        return LogitFit.fit(columns, rows.labels(), rows.weights())
                .filter(beta -> beta[0] >= 0 && beta[1] >= 0)
                .map(beta -> new Calibration.Beta(beta[0], beta[1], beta[2]));
    }
}
