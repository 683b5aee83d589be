package io.arrears.model.training.table;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.training.learner.BinnedRates;
import io.arrears.model.training.learner.Matrix;
import java.util.ArrayList;
import java.util.List;

/** Out-of-fold predictions: every row is predicted by a model, or a baseline, that saw none of its fold. */
final class CrossValidation {
    private final Matrix rows;
    private final double[] labels;
    private final Folds folds;
    private final Predictions predictions;

    private CrossValidation(Matrix rows, double[] labels, Folds folds) {
        this.rows = rows;
        this.labels = labels;
        this.folds = folds;
        int n = labels.length;
        this.predictions = new Predictions(
                new double[n], new double[n], new double[n], new double[n], new ArrayList<>(), new ArrayList<>());
    }

    /**
     * One entry per row.
     *
     * @param model calibrated probabilities of trees and scorecard, blended
     * @param logistic probabilities of the scorecard
     * @param bestColumn the rate in the bins of the best single column
     * @param baseRate the rate outside the fold
     * @param chosen the best single column per fold
     * @param shares of the trees in the blend, per fold
     */
    record Predictions(
            double[] model,
            double[] logistic,
            double[] bestColumn,
            double[] baseRate,
            List<String> chosen,
            List<Double> shares) {}

    static Predictions run(Matrix rows, double[] labels, Folds folds, long seed) {
        CrossValidation validation = new CrossValidation(rows, labels, folds);
        for (int fold = 0; fold < folds.count(); fold++) {
            validation.predict(fold, seed);
        }
        return validation.predictions;
    }

    private void predict(int fold, long seed) {
        int[] in = folds.outside(fold);
        double[] inLabels = Matrix.take(labels, in);
        Matrix inRows = rows.take(in);
        InnerFit.Fitted fitted = new InnerFit(inRows, inLabels, folds.keys(in), seed).fit();
        FoldBaselines baselines = new FoldBaselines(inRows, inLabels, folds.keys(in));
        int column = baselines.bestColumn();
        BinnedRates rates = baselines.rates(column);
        predictions.chosen().add(rows.names().get(column));
        predictions.shares().add(fitted.share());
        for (int i : folds.in(fold)) {
            predictions.model()[i] = fitted.probability(rows.row(i));
            predictions.logistic()[i] = Calibration.sigmoid(fitted.scorecard().margin(rows.row(i)));
            predictions.bestColumn()[i] = rates.probability(rows, i);
            predictions.baseRate()[i] = baselines.baseRate();
        }
    }
}
