package io.arrears.model.training.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/** Every figure of one set of predictions, by name, in the order reports show them. */
public record Assessment(long rows, Map<String, Interval> figures) {
    public static final String AUC = "auc";
    public static final String LOG_LOSS = "log_loss";

    /** With 95 % intervals: DeLong for AUC and Gini, bootstrap for the rest. */
    public static Assessment withIntervals(double[] predictions, double[] labels, long seed) {
        Ranked ranked = Ranked.of(predictions, labels);
        Bootstrap bootstrap = new Bootstrap(ranked, seed);
        Map<String, Interval> figures = new LinkedHashMap<>();
        Interval auc = DeLong.auc(ranked);
        figures.put(AUC, auc);
        figures.put("gini", new Interval(2 * auc.value() - 1, 2 * auc.low() - 1, 2 * auc.high() - 1));
        figures.put("ks", bootstrap.of(w -> Figures.ks(ranked, w)));
        figures.put("brier", bootstrap.of(w -> Figures.brier(ranked, w)));
        figures.put(LOG_LOSS, bootstrap.of(w -> Figures.logLoss(ranked, w)));
        figures.put("ece", bootstrap.of(w -> Figures.ece(ranked, w)));
        figures.put("lift_10", bootstrap.of(w -> Figures.lift(ranked, w, 0.1)));
        figures.put("lift_20", bootstrap.of(w -> Figures.lift(ranked, w, 0.2)));
        putRest(figures, ranked);
        return new Assessment(ranked.size, figures);
    }

    /** The figures alone, with an interval for AUC and Gini only: for slices and baselines. */
    public static Assessment of(double[] predictions, double[] labels) {
        Ranked ranked = Ranked.of(predictions, labels);
        double[] unit = ranked.unitWeights();
        Map<String, Interval> figures = new LinkedHashMap<>();
        Interval auc = DeLong.auc(ranked);
        figures.put(AUC, auc);
        figures.put("gini", new Interval(2 * auc.value() - 1, 2 * auc.low() - 1, 2 * auc.high() - 1));
        figures.put("ks", Interval.point(Figures.ks(ranked, unit)));
        figures.put("brier", Interval.point(Figures.brier(ranked, unit)));
        figures.put(LOG_LOSS, Interval.point(Figures.logLoss(ranked, unit)));
        figures.put("ece", Interval.point(Figures.ece(ranked, unit)));
        figures.put("lift_10", Interval.point(Figures.lift(ranked, unit, 0.1)));
        figures.put("lift_20", Interval.point(Figures.lift(ranked, unit, 0.2)));
        putRest(figures, ranked);
        return new Assessment(ranked.size, figures);
    }

    /** The calibration error over 15 bins of equal mass, with its bootstrap interval. */
    public static Interval ece(double[] predictions, double[] labels, long seed) {
        Ranked ranked = Ranked.of(predictions, labels);
        return new Bootstrap(ranked, seed).of(w -> Figures.ece(ranked, w));
    }

    /** The AUC with DeLong's interval. */
    public static Interval auc(double[] predictions, double[] labels) {
        return DeLong.auc(Ranked.of(predictions, labels));
    }

    private static void putRest(Map<String, Interval> figures, Ranked ranked) {
        CalibrationLine line = CalibrationLine.of(ranked);
        figures.put("calibration_slope", Interval.point(line.slope()));
        figures.put("calibration_intercept", Interval.point(line.intercept()));
        double mean = 0;
        double predicted = 0;
        for (int i = 0; i < ranked.size; i++) {
            mean += ranked.labels[i] / ranked.size;
            predicted += ranked.predictions[i] / ranked.size;
        }
        figures.put("base_rate", Interval.point(mean));
        figures.put("mean_predicted", Interval.point(predicted));
    }

    /** A figure's value; NaN when it is not defined on these rows. */
    public double value(String figure) {
        Interval interval = figures.get(figure);
        if (interval == null) {
            throw new IllegalArgumentException("figure %s is unknown: one of %s".formatted(figure, figures.keySet()));
        }
        return interval.value();
    }
}
