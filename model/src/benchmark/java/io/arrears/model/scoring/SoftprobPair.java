package io.arrears.model.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.training.learner.TreeSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Tribuo's own classifier, as a peer: two trees per round. The softmax of two margins is the logistic function of their
 * difference, so the other class's trees enter our form with their sign turned.
 */
final class SoftprobPair {
    private static final Label YES = new Label("1");
    private static final Label NO = new Label("0");

    private SoftprobPair() {}

    /** Learns from rows that stand one after the other, NaN where missing. */
    static XGBoostModel<Label> train(float[] rows, List<String> names, double[] labels, TreeSettings settings) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("benchmark", factory), factory);
        for (int row = 0; row < labels.length; row++) {
            List<String> present = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int c = 0; c < names.size(); c++) {
                float value = rows[row * names.size() + c];
                if (!Float.isNaN(value)) {
                    present.add(names.get(c));
                    values.add((double) value);
                }
            }
            dataset.add(new ArrayExample<>(
                    labels[row] > 0.5 ? YES : NO,
                    present.toArray(String[]::new),
                    values.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "objective", "multi:softprob",
                "num_class", 2,
                "tree_method", "hist",
                "eta", settings.eta(),
                "max_depth", settings.maxDepth(),
                "min_child_weight", settings.minChildWeight(),
                "subsample", settings.subsample(),
                "colsample_bytree", settings.colsample(),
                "lambda", settings.lambda(),
                "nthread", 1));
        parameters.put("verbosity", 0);
        return new XGBoostClassificationTrainer(settings.rounds(), parameters).train(dataset, Map.of());
    }

    /** The same trees in our form; the columns are the names in alphabetical order. */
    static FlatEnsemble flat(XGBoostModel<Label> model) throws IOException {
        try {
            JsonNode booster =
                    new JsonMapper().readTree(model.getInnerModels().get(0).toByteArray("json"));
            JsonNode trees = booster.at("/learner/gradient_booster/model/trees");
            JsonNode classes = booster.at("/learner/gradient_booster/model/tree_info");
            int yes = model.getOutputIDInfo().getID(YES);
            List<TreeNode> nodes = new ArrayList<>();
            for (int i = 0; i < trees.size(); i++) {
                nodes.add(node(trees.get(i), 0, classes.get(i).asInt() == yes ? 1 : -1));
            }
            return FlatEnsemble.of(0, nodes);
        } catch (XGBoostError e) {
            throw new IOException(e);
        }
    }

    private static TreeNode node(JsonNode tree, int at, int sign) {
        int left = tree.get("left_children").get(at).asInt();
        float value = tree.get("split_conditions").get(at).floatValue();
        if (left < 0) {
            return new TreeNode.Leaf(
                    sign * value, tree.get("sum_hessian").get(at).asDouble());
        }
        return new TreeNode.Split(
                tree.get("split_indices").get(at).asInt(),
                value,
                tree.get("default_left").get(at).asInt() == 1,
                node(tree, left, sign),
                node(tree, tree.get("right_children").get(at).asInt(), sign));
    }
}
