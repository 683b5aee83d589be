package io.arrears.model.training.learner;

import io.arrears.model.scoring.Calibration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.xgboost.XGBoostRegressionConverter;
import org.tribuo.regression.xgboost.XGBoostRegressionTrainer.RegressionType;

/**
 * Gradient-boosted trees by Tribuo on XGBoost, one thread, seeded. Missing values go where each split learned to send
 * them. A learner keeps its rows in Tribuo's form, so fitting again with other settings costs the fit alone.
 */
public final class TreeLearner<T extends Output<T>> {
    static final Label YES = new Label("1");
    static final Label NO = new Label("0");

    private final List<String> schema;
    private final Kind<T> kind;
    private final MutableDataset<T> dataset;
    private int[] directions;
    private @Nullable MutableDataset<T> later;
    private int patience;

    /** What the trees answer, in Tribuo's terms. */
    private record Kind<T extends Output<T>>(
            String objective,
            double baseScore,
            double baseMargin,
            OutputFactory<T> factory,
            DoubleFunction<T> output,
            Function<T, Float> label,
            XGBoostOutputConverter<T> converter) {
        MutableDataset<T> dataset(Examples rows) {
            return TribuoRows.dataset(rows, i -> output.apply(rows.labels()[i]), factory);
        }
    }

    private TreeLearner(Examples rows, Kind<T> kind) {
        this.schema = rows.rows().names();
        this.kind = kind;
        this.dataset = kind.dataset(rows);
        this.directions = new int[schema.size()];
    }

    /** Of a label 0 or 1, both present: the trees' margin is a log-odds. */
    public static TreeLearner<Label> ofProbability(Examples rows) {
        double mean = rows.mean();
        return new TreeLearner<>(
                rows,
                new Kind<>(
                        "binary:logistic",
                        mean,
                        Calibration.logit(mean),
                        new LabelFactory(),
                        label -> label > 0.5 ? YES : NO,
                        label -> label.getLabel().equals(YES.getLabel()) ? 1f : 0f,
                        new LogitConverter()));
    }

    /** Of a number: the trees' margin is the answer itself. */
    public static TreeLearner<Regressor> ofValue(Examples rows, String name) {
        double mean = rows.mean();
        return new TreeLearner<>(
                rows,
                new Kind<>(
                        RegressionType.LINEAR.paramName,
                        mean,
                        mean,
                        new RegressionFactory(),
                        value -> new Regressor(name, value),
                        value -> (float) value.getValues()[0],
                        new XGBoostRegressionConverter()));
    }

    /**
     * Holds the margin to directions, one per feature: 1 never falls as the feature grows, -1 never rises, 0 is free.
     * Missing values are free.
     */
    public TreeLearner<T> constrained(int[] newDirections) {
        directions = newDirections.clone();
        return this;
    }

    /** Stops a fit once {@code rounds} rounds in a row have not lowered the loss of later rows. */
    public TreeLearner<T> stoppingEarly(Examples laterRows, int rounds) {
        later = kind.dataset(laterRows);
        patience = rounds;
        return this;
    }

    /** Trees of all the settings' rounds, or of as many as were trained until an early stop. */
    public FittedTrees search(TreeSettings settings) {
        return fit(settings, later);
    }

    /** Trees of all the settings' rounds. */
    public FittedTrees fit(TreeSettings settings) {
        return fit(settings, null);
    }

    private FittedTrees fit(TreeSettings settings, @Nullable MutableDataset<T> watched) {
        Map<String, Object> parameters = parameters(settings);
        BoostTrainer<T> trainer = new BoostTrainer<>(settings.rounds(), parameters, kind.label(), kind.converter());
        if (watched != null && watched.size() > 0) {
            trainer.stopEarly(watched, patience);
        }
        XGBoostModel<T> model = trainer.train(dataset, Map.of());
        return new FittedTrees(model, kind.baseMargin(), TreeCompiler.compile(model, schema));
    }

    private Map<String, Object> parameters(TreeSettings settings) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("objective", kind.objective());
        parameters.put("base_score", kind.baseScore());
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
        if (Arrays.stream(directions).anyMatch(direction -> direction != 0)) {
            parameters.put("monotone_constraints", constraints());
        }
        return parameters;
    }

    /** In the order of XGBoost's columns: Tribuo's features, by name, those never present left out. */
    private String constraints() {
        ImmutableFeatureMap ids = dataset.getFeatureIDMap();
        int[] byId = new int[ids.size()];
        for (int i = 0; i < directions.length; i++) {
            int id = ids.getID(schema.get(i));
            if (id >= 0) {
                byId[id] = directions[i];
            }
        }
        return Arrays.stream(byId).mapToObj(Integer::toString).collect(Collectors.joining(",", "(", ")"));
    }
}
