package io.arrears.model.training.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Every figure of one set of predictions, by name, in the order reports show them. */
public record Assessment(long rows, Map<String, Interval> figures) {
    public static final String AUC = "auc";
    public static final String LOG_LOSS = "log_loss";
    public static final String ECE = "ece";
    /** Rows with the outcome. */
    public static final String POSITIVES = "positives";
    /** Shares of the rows, in percent, that are worked when effort is scarce. */
    public static final List<Integer> CAPACITIES = List.of(5, 10, 20);

    /**
     * With 95 % intervals: DeLong for AUC and Gini, the sandwich for the calibration line, bootstrap for the rest.
     *
     * @param accounts whose each row is; rows of one account count as one piece of evidence in every interval
     */
    public static Assessment withIntervals(double[] predictions, double[] labels, int[] accounts, long seed) {
        Ranked ranked = Ranked.of(predictions, labels, accounts);
        Map<String, Interval> figures = ranking(ranked);
        figures.putAll(new Bootstrap(ranked.accounts, seed).of(drawn(ranked)));
        putRest(figures, ranked);
        return new Assessment(ranked.size, figures);
    }

    /** The figures alone, with an interval for AUC, Gini and the calibration line only: for baselines. */
    public static Assessment of(double[] predictions, double[] labels, int[] accounts) {
        Ranked ranked = Ranked.of(predictions, labels, accounts);
        double[] unit = ranked.unitWeights();
        Map<String, Interval> figures = ranking(ranked);
        drawn(ranked).forEach((name, figure) -> figures.put(name, Interval.point(figure.applyAsDouble(unit))));
        putRest(figures, ranked);
        return new Assessment(ranked.size, figures);
    }

    private static Map<String, Interval> ranking(Ranked ranked) {
        Map<String, Interval> figures = new LinkedHashMap<>();
        Interval auc = DeLong.auc(ranked);
        figures.put(AUC, auc);
        figures.put("gini", new Interval(2 * auc.value() - 1, 2 * auc.low() - 1, 2 * auc.high() - 1));
        return figures;
    }

    private static Map<String, ToDoubleFunction<double[]>> drawn(Ranked ranked) {
        Map<String, ToDoubleFunction<double[]>> figures = new LinkedHashMap<>();
        figures.put("ks", w -> Figures.ks(ranked, w));
        figures.put("brier", w -> Figures.brier(ranked, w));
        figures.put(LOG_LOSS, w -> Figures.logLoss(ranked, w));
        figures.put(ECE, w -> Figures.ece(ranked, w));
        for (int percent : CAPACITIES) {
            figures.put("lift_" + percent, w -> Figures.lift(ranked, w, percent / 100.0));
        }
        return figures;
    }

    /**
     * Which share of an amount lies in the rows ranked highest, at each capacity; with account-bootstrap intervals.
     *
     * @param ranking the higher, the earlier a row is worked
     * @param amounts 0 or more, e.g. cash received
     * @return by capacity in percent; empty when there is no amount at all
     */
    public static Map<Integer, Interval> caught(double[] ranking, double[] amounts, int[] accounts, long seed) {
        double highest = Arrays.stream(ranking).max().orElse(0);
        if (Arrays.stream(amounts).sum() <= 0 || highest <= 0) {
            return Map.of();
        }
        double[] scaled = Arrays.stream(ranking).map(value -> value / highest).toArray();
        Ranked ranked = Ranked.of(scaled, amounts, accounts);
        Bootstrap bootstrap = new Bootstrap(ranked.accounts, seed);
        Map<Integer, Interval> caught = new LinkedHashMap<>();
        for (int percent : CAPACITIES) {
            caught.put(percent, bootstrap.of(w -> Figures.found(ranked, w, percent / 100.0)));
        }
        return caught;
    }

    /** The calibration error over 15 bins of equal mass, with its bootstrap interval. */
    public static Interval ece(double[] predictions, double[] labels, long seed) {
        Ranked ranked = Ranked.of(predictions, labels);
        return new Bootstrap(ranked.accounts, seed).of(w -> Figures.ece(ranked, w));
    }

    /** The AUC with DeLong's interval. */
    public static Interval auc(double[] predictions, double[] labels) {
        return DeLong.auc(Ranked.of(predictions, labels));
    }

    private static void putRest(Map<String, Interval> figures, Ranked ranked) {
        CalibrationLine line = CalibrationLine.of(ranked.predictions, ranked.labels, ranked.accounts);
        figures.put("calibration_slope", Interval.normal(line.slope(), line.slopeError()));
        figures.put("calibration_intercept", Interval.normal(line.intercept(), line.interceptError()));
        double positives = Arrays.stream(ranked.labels).sum();
        figures.put("base_rate", Interval.point(positives / ranked.size));
        figures.put(
                "mean_predicted",
                Interval.point(Arrays.stream(ranked.predictions).average().orElse(Double.NaN)));
        figures.put(POSITIVES, Interval.point(positives));
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
