package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.account.Arm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What the features could tell at most: XGBoost taught with the true cash of other portfolios, a share of the amount past
 * due, by action and channel. It may do what no learner can, see the truth; not see the portfolio it is judged on.
 */
final class Observable {
    private static final int ROUNDS = 250;
    private static final double LEAST_MINOR = 100;

    private final Map<String, Boosted> models = new HashMap<>();

    static Observable learn(List<OracleBook> others) throws XGBoostError {
        Map<String, List<Boosted.Row>> rows = new HashMap<>();
        for (OracleBook book : others) {
            for (OracleBook.Case one : book.cases()) {
                for (int j = 0; j < book.arms(); j++) {
                    Arm arm = book.strategy().arms().get(j).arm();
                    double scale = scale(one);
                    double cash = j == 0 ? one.trueCashMinor()[0] : one.trueCashMinor()[j] - one.trueCashMinor()[0];
                    rows.computeIfAbsent(TwoModels.kind(arm), kind -> new ArrayList<>())
                            .add(new Boosted.Row(TwoModels.withWindow(one.features(), arm), cash / scale, scale));
                }
            }
        }
        Observable taught = new Observable();
        for (Map.Entry<String, List<Boosted.Row>> kind : rows.entrySet()) {
            taught.models.put(kind.getKey(), Boosted.train(normed(kind.getValue()), "reg:squarederror", ROUNDS));
        }
        return taught;
    }

    /** Weights of mean 1, so that a leaf's least weight means rows. */
    private static List<Boosted.Row> normed(List<Boosted.Row> rows) {
        double mean = rows.stream().mapToDouble(Boosted.Row::weight).average().orElseThrow();
        return rows.stream()
                .map(row -> new Boosted.Row(row.features(), row.label(), row.weight() / mean))
                .toList();
    }

    private static double scale(OracleBook.Case one) {
        return Math.max(LEAST_MINOR, one.pastDueMinor());
    }

    double[][] values(OracleBook book) throws XGBoostError {
        double[][] values = new double[book.cases().size()][book.arms()];
        double[] alone = new double[values.length];
        for (int j = 0; j < book.arms(); j++) {
            Arm arm = book.strategy().arms().get(j).arm();
            List<float[]> features = book.cases().stream()
                    .map(one -> TwoModels.withWindow(one.features(), arm))
                    .toList();
            float[] answers = models.get(TwoModels.kind(arm)).predict(features);
            for (int i = 0; i < values.length; i++) {
                double cash = answers[i] * scale(book.cases().get(i));
                alone[i] = j == 0 ? cash : alone[i];
                values[i][j] = book.value(j, alone[i] + cash, alone[i]);
            }
        }
        return values;
    }
}
