package io.arrears.model.training.learner;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.training.evaluation.LogitFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits the step from margins to probabilities on rows the trees did not learn from. Each method is fitted on one part and
 * judged by log loss on the other; the simplest that is not clearly worse wins and is fitted on both.
 */
public final class CalibrationFitter {
    /** Fewer rows of the rarer class in a part: identity. */
    private static final int MIN_EVENTS = 20;
    /** Isotonic steps need more. */
    private static final int MIN_EVENTS_ISOTONIC = 100;
    /** How much better, in nats per row, a more flexible method must be. */
    private static final double MIN_GAIN = 1e-4;

    private CalibrationFitter() {}

    /**
     * @param margins log-odds of rows held back from the trees
     * @param labels 0 or 1
     * @param judge rows the methods are compared on, later in time where time is known; the others fit
     */
    public static Calibration fit(double[] margins, double[] labels, boolean[] judge) {
        Sample all = new Sample(margins, labels);
        Sample early = all.where(judge, false);
        Sample late = all.where(judge, true);
        if (Math.min(early.events(), late.events()) < MIN_EVENTS) {
            return new Calibration.Identity();
        }
        Calibration best = new Calibration.Identity();
        double bestLoss = late.logLoss(best);
        Method bestMethod = sample -> Optional.of(new Calibration.Identity());
        for (Method method : methods(early.events())) {
            Optional<Calibration> fitted = method.fit(early);
            double loss = fitted.map(late::logLoss).orElse(Double.POSITIVE_INFINITY);
            if (loss < bestLoss - MIN_GAIN) {
                bestLoss = loss;
                bestMethod = method;
            }
        }
        return bestMethod.fit(all).orElse(best);
    }

    private interface Method {
        Optional<Calibration> fit(Sample sample);
    }

    private static List<Method> methods(long events) {
        List<Method> methods = new ArrayList<>(List.of(CalibrationFitter::platt, CalibrationFitter::beta));
        if (events >= MIN_EVENTS_ISOTONIC) {
            methods.add(sample -> Optional.of(IsotonicFit.fit(sample.margins(), sample.labels())));
        }
        return methods;
    }

    private static Optional<Calibration> platt(Sample sample) {
        return LogitFit.fit(new double[][] {sample.margins()}, sample.labels())
                .filter(beta -> beta[0] > 0)
                .map(beta -> new Calibration.Platt(beta[0], beta[1]));
    }

    private static Optional<Calibration> beta(Sample sample) {
        int n = sample.margins().length;
        double[][] columns = new double[2][n];
        for (int i = 0; i < n; i++) {
            double p = Calibration.clip(Calibration.sigmoid(sample.margins()[i]));
            columns[0][i] = Math.log(p);
            columns[1][i] = -Math.log1p(-p);
        }
        return LogitFit.fit(columns, sample.labels())
                .filter(beta -> beta[0] >= 0 && beta[1] >= 0)
                .map(beta -> new Calibration.Beta(beta[0], beta[1], beta[2]));
    }

    private record Sample(double[] margins, double[] labels) {
        Sample where(boolean[] judge, boolean wanted) {
            int[] indexes = IntStream.range(0, margins.length)
                    .filter(i -> judge[i] == wanted)
                    .toArray();
            return new Sample(Matrix.take(margins, indexes), Matrix.take(labels, indexes));
        }

        /** Rows of the rarer class. */
        long events() {
            double positives = 0;
            for (double label : labels) {
                positives += label;
            }
            return Math.round(Math.min(positives, labels.length - positives));
        }

        double logLoss(Calibration calibration) {
            double loss = 0;
            for (int i = 0; i < labels.length; i++) {
                double p = calibration.probability(margins[i]);
                loss -= labels[i] > 0.5 ? Math.log(p) : Math.log1p(-p);
            }
            return loss / labels.length;
        }
    }
}
