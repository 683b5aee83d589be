package io.arrears.model.training.table;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.training.learner.BinnedRates;
import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.Matrix;
import io.arrears.model.training.learner.Scorecard;
import io.arrears.model.training.learner.ScorecardLearner;
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
        this.predictions =
                new Predictions(new double[n], new double[n], new double[n], new double[n], new ArrayList<>());
    }

    /**
     * One entry per row.
     *
     * @param trees calibrated probabilities of the trees
     * @param logistic probabilities of the scorecard
     * @param bestColumn the rate in the bins of the best single column
     * @param baseRate the rate outside the fold
     * @param chosen the best single column per fold
     */
    record Predictions(
            double[] trees, double[] logistic, double[] bestColumn, double[] baseRate, List<String> chosen) {}

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
        Scorecard scorecard = ScorecardLearner.fit(Examples.of(inRows, inLabels), ScorecardLearner.Penalty.STANDARD);
        FoldBaselines baselines = new FoldBaselines(inRows, inLabels, folds.keys(in));
        int column = baselines.bestColumn();
        BinnedRates rates = baselines.rates(column);
        predictions.chosen().add(rows.names().get(column));
        for (int i : folds.in(fold)) {
            predictions.trees()[i] = fitted.probability(rows.row(i));
            predictions.logistic()[i] = Calibration.sigmoid(scorecard.margin(rows.row(i)));
            predictions.bestColumn()[i] = rates.probability(rows, i);
            predictions.baseRate()[i] = baselines.baseRate();
        }
    }
}
