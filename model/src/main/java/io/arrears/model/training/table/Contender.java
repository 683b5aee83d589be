package io.arrears.model.training.table;

import io.arrears.model.training.evaluation.Interval;
import java.util.Map;

/**
 * What the model must beat, on the same pooled out-of-fold predictions.
 *
 * @param name {@code logistic}, {@code best_single_column} or {@code base_rate}
 * @param meaning in words
 * @param intervals low and high end of the 95 % interval per figure that has one
 * @param lossSaved its log loss less the model's, paired row by row, in nats per row: above 0 the model is better
 */
public record Contender(
        String name,
        String meaning,
        Map<String, Double> figures,
        Map<String, double[]> intervals,
        Interval lossSaved) {}
