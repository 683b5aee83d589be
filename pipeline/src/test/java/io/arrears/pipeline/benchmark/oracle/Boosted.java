package io.arrears.pipeline.benchmark.oracle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Plain XGBoost on rows of features. */
final class Boosted {
    private static final Map<String, Object> SETTINGS = Map.of(
            "max_depth",
            3,
            "eta",
            0.05,
            "min_child_weight",
            20,
            "subsample",
            0.7,
            "colsample_bytree",
            0.5,
            "lambda",
            5,
            "seed",
            42,
            "nthread",
            1);

    private final Booster booster;

    private Boosted(Booster booster) {
        this.booster = booster;
    }

    /** One row to learn from. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(float[] features, double label, double weight) {}

    static Boosted train(List<Row> rows, String objective, int rounds) throws XGBoostError {
        DMatrix matrix = matrix(rows.stream().map(Row::features).toList());
        float[] labels = new float[rows.size()];
        float[] weights = new float[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (float) rows.get(i).label;
            weights[i] = (float) rows.get(i).weight;
        }
        matrix.setLabel(labels);
        matrix.setWeight(weights);
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        settings.put("objective", objective);
        try {
            return new Boosted(XGBoost.train(matrix, settings, rounds, Map.of(), null, null));
        } finally {
            matrix.dispose();
        }
    }

    float[] predict(List<float[]> features) throws XGBoostError {
        DMatrix matrix = matrix(features);
        float[][] answers = booster.predict(matrix);
        matrix.dispose();
        float[] flat = new float[answers.length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = answers[i][0];
        }
        return flat;
    }

    private static DMatrix matrix(List<float[]> rows) throws XGBoostError {
        int width = rows.get(0).length;
        float[] flat = new float[rows.size() * width];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * width, width);
        }
        return new DMatrix(flat, rows.size(), width, Float.NaN);
    }
}
