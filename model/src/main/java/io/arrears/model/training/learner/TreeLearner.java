package io.arrears.model.training.learner;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;

/**
 * Gradient-boosted trees by Tribuo on XGBoost, one thread, seeded. Missing values go where each split learned to send
 * them. A learner keeps its rows in Tribuo's form, so fitting again with other settings costs the fit alone.
 */
public final class TreeLearner<T extends Output<T>> {
    static final Label YES = new Label("1");
    private static final Label NO = new Label("0");

    private final Matrix rows;
    private final MutableDataset<T> dataset;
    private final Fit<T> fit;

    private interface Fit<T extends Output<T>> {
        FittedTrees of(TreeLearner<T> learner, TreeSettings settings);
    }

    private TreeLearner(Matrix rows, MutableDataset<T> dataset, Fit<T> fit) {
        this.rows = rows;
        this.dataset = dataset;
        this.fit = fit;
    }

    /** Of a label 0 or 1, both present: the trees' margin is a log-odds. */
    public static TreeLearner<Label> ofProbability(Matrix rows, double[] labels) {
        LabelFactory factory = new LabelFactory();
        return new TreeLearner<>(
                rows, TribuoRows.dataset(rows, i -> labels[i] > 0.5 ? YES : NO, factory), TreeLearner::fitClassifier);
    }

    /** Of a number: the trees' margin is the answer itself. */
    public static TreeLearner<Regressor> ofValue(Matrix rows, double[] values, String name) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return new TreeLearner<>(
                rows,
                TribuoRows.dataset(rows, i -> new Regressor(name, values[i]), new RegressionFactory()),
                (learner, settings) -> fitRegression(learner, settings, mean));
    }

    public FittedTrees fit(TreeSettings settings) {
        return fit.of(this, settings);
    }

    private static FittedTrees fitClassifier(TreeLearner<Label> learner, TreeSettings settings) {
        Map<String, Object> parameters = parameters(settings);
        parameters.put("objective", "multi:softprob");
        parameters.put("num_class", 2);
        XGBoostModel<Label> model =
                new XGBoostClassificationTrainer(settings.rounds(), parameters).train(learner.dataset, Map.of());
        return new FittedTrees(model, TreeCompiler.classifier(model, YES, learner.rows.names()), 2);
    }

    private static FittedTrees fitRegression(TreeLearner<Regressor> learner, TreeSettings settings, double mean) {
        Map<String, Object> parameters = parameters(settings);
        parameters.put("objective", RegressionType.LINEAR.paramName);
        parameters.put("base_score", mean);
        XGBoostModel<Regressor> model = new XGBoostRegressionTrainer(
                        RegressionType.LINEAR, settings.rounds(), parameters)
                .train(learner.dataset, Map.of());
        return new FittedTrees(model, TreeCompiler.regression(model, learner.rows.names()), 1);
    }

    private static Map<String, Object> parameters(TreeSettings settings) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("tree_method", "hist");
        parameters.put("eta", settings.eta());
        parameters.put("max_depth", settings.maxDepth());
        parameters.put("min_child_weight", settings.minChildWeight());
        parameters.put("subsample", settings.subsample());
        parameters.put("colsample_bytree", settings.colsample());
        parameters.put("lambda", settings.lambda());
        parameters.put("seed", Math.floorMod(settings.seed(), Integer.MAX_VALUE));
        parameters.put("nthread", 1);
        parameters.put("verbosity", 0);
        return parameters;
    }
}
