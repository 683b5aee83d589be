package io.arrears.model.training.table;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.training.evaluation.AccountEstimate;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.evaluation.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The model, the scorecard alone and what needs no model, judged on the same rows. */
record Contest(CrossValidation.Predictions predictions, double[] labels, int[] ids, long seed) {
    static final String LOGISTIC = "logistic";
    static final String BEST_COLUMN = "best_single_column";
    static final String BASE_RATE = "base_rate";

    Assessment model() {
        return Assessment.withIntervals(predictions.model(), labels, ids, seed);
    }

    List<Contender> contenders() {
        return List.of(
                contender(LOGISTIC, "the scorecard: all columns in bins, uncalibrated", predictions.logistic()),
                contender(
                        BEST_COLUMN,
                        "the rate in ten bins of one column, chosen outside each fold: " + chosen(),
                        predictions.bestColumn()),
                contender(BASE_RATE, "the rate of the rows outside the fold", predictions.baseRate()));
    }

    private String chosen() {
        Map<String, Long> folds = predictions.chosen().stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return folds.entrySet().stream()
                .map(entry -> "%s in %d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Contender contender(String name, String meaning, double[] predicted) {
        Assessment assessment = Assessment.withIntervals(predicted, labels, ids, seed);
        double[] saved = new double[labels.length];
        Arrays.setAll(
                saved, i -> loss(predicted[i], labels[i]) - loss(predictions.model()[i], labels[i]));
        Interval lossSaved = AccountEstimate.mean(saved, ids).interval();
        return new Contender(name, meaning, values(assessment), intervals(assessment), lossSaved);
    }

    private static double loss(double predicted, double label) {
        double p = Calibration.clip(predicted);
        return label > 0.5 ? -Math.log(p) : -Math.log1p(-p);
    }

    static Map<String, Double> values(Assessment assessment) {
        Map<String, Double> values = new LinkedHashMap<>();
        assessment.figures().forEach((name, figure) -> values.put(name, figure.value()));
        return values;
    }

    /** Of the figures that have one. */
    static Map<String, double[]> intervals(Assessment assessment) {
        Map<String, double[]> intervals = new LinkedHashMap<>();
        assessment.figures().forEach((name, figure) -> {
            if (Double.isFinite(figure.low())) {
                intervals.put(name, new double[] {figure.low(), figure.high()});
            }
        });
        return intervals;
    }
}
