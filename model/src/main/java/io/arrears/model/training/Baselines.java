package io.arrears.model.training;

import io.arrears.model.training.learner.BinnedRates;
import io.arrears.model.training.learner.Matrix;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What anybody could do without a model, fitted on the training rows: predictions of the test rows, by name. */
final class Baselines {
    static final String BASE_RATE = "base_rate";
    /** Whether there was a payment in the last 30 days. */
    static final String PAID_LAST_MONTH = "paid_last_month";

    private static final String DAYS_PAST_DUE = "days_past_due";
    private static final String SINCE_PAYMENT = "days_since_last_payment";
    /** Single features that rank payers well on most books; the first the schema has is used. */
    private static final List<String> SINGLE_FEATURES =
            List.of("mean_days_late", DAYS_PAST_DUE, SINCE_PAYMENT, "past_due_share");

    private static final int MONTH_DAYS = 30;
    private static final double PRIOR_ROWS = 20;

    private final TargetRows rows;
    private final Slice train;
    private final Slice test;

    Baselines(TargetRows rows, Slice train, Slice test) {
        this.rows = rows;
        this.train = train;
        this.test = test;
    }

    Map<String, double[]> predictions() {
        Map<String, double[]> predictions = new LinkedHashMap<>();
        predictions.put(BASE_RATE, baseRates());
        SINGLE_FEATURES.stream()
                .filter(name -> find(name).isPresent())
                .findFirst()
                .ifPresent(name -> predictions.put(name, single(name)));
        if (find(DAYS_PAST_DUE).isPresent()) {
            predictions.putIfAbsent(DAYS_PAST_DUE, single(DAYS_PAST_DUE));
        }
        if (find(SINCE_PAYMENT).isPresent()) {
            predictions.put(PAID_LAST_MONTH, rates(paidLastMonth(train), paidLastMonth(test), 0));
        }
        return predictions;
    }

    private OptionalInt find(String feature) {
        return rows.table().schema().findIndex(feature);
    }

    private double[] single(String feature) {
        return rates(train.features(), test.features(), find(feature).orElseThrow());
    }

    private double[] rates(Matrix learn, Matrix judge, int column) {
        BinnedRates rate = BinnedRates.fit(learn, column, train.labels());
        double[] predictions = new double[judge.rows()];
        Arrays.setAll(predictions, i -> rate.probability(judge, i));
        return predictions;
    }

    private Matrix paidLastMonth(Slice slice) {
        int column = find(SINCE_PAYMENT).orElseThrow();
        float[] paid = new float[slice.size()];
        for (int i = 0; i < paid.length; i++) {
            paid[i] = slice.features().get(i, column) <= MONTH_DAYS ? 1 : 0;
        }
        return new Matrix(List.of(PAID_LAST_MONTH), new float[][] {paid}, paid.length);
    }

    /** The rate of the receivable type. */
    private double[] baseRates() {
        Map<String, double[]> sums = new TreeMap<>();
        for (int i = 0; i < train.size(); i++) {
            double[] sum = sums.computeIfAbsent(rows.type(train.rows()[i]), type ->
                    new double[] {PRIOR_ROWS * train.examples().mean(), PRIOR_ROWS});
            sum[0] += train.weights()[i] * train.labels()[i];
            sum[1] += train.weights()[i];
        }
        double[] byType = new double[test.size()];
        for (int i = 0; i < byType.length; i++) {
            double[] sum = sums.get(rows.type(test.rows()[i]));
            byType[i] = sum == null ? train.examples().mean() : sum[0] / sum[1];
        }
        return byType;
    }
}
