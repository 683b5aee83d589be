package io.arrears.model.training.learner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.TreeNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.regression.Regressor;

/**
 * From a booster to flat trees. XGBoost's columns are Tribuo's feature ids (names in alphabetical order); ours are
 * positions in the schema. Tribuo's classifier grows a tree per class and round and answers the softmax of two margins;
 * that is the logistic function of their difference, so the trees of the negative class are taken with their sign
 * turned and one margin remains. The two base scores are equal and cancel.
 */
final class TreeCompiler {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode trees;
    private final JsonNode learner;
    private final int[] schemaIndexes;
    /** The class whose trees count as they are; the other's are turned. Below zero for a regression. */
    private final int positiveClass;

    private TreeCompiler(JsonNode learner, int[] schemaIndexes, int positiveClass) {
        this.learner = learner;
        this.positiveClass = positiveClass;
        this.trees = learner.at("/gradient_booster/model/trees");
        this.schemaIndexes = schemaIndexes;
    }

    static FlatEnsemble classifier(XGBoostModel<Label> model, Label positive, List<String> schema) {
        return compile(model, schema, model.getOutputIDInfo().getID(positive));
    }

    static FlatEnsemble regression(XGBoostModel<Regressor> model, List<String> schema) {
        return compile(model, schema, -1);
    }

    private static FlatEnsemble compile(XGBoostModel<?> model, List<String> schema, int positiveClass) {
        try {
            Booster booster = model.getInnerModels().get(0);
            JsonNode learner = JSON.readTree(booster.toByteArray("json")).get("learner");
            return new TreeCompiler(learner, indexes(model.getFeatureIDMap(), schema), positiveClass).ensemble();
        } catch (XGBoostError | IOException e) {
            throw new IllegalStateException("XGBoost did not give its trees: " + e.getMessage(), e);
        }
    }

    private static int[] indexes(ImmutableFeatureMap ids, List<String> schema) {
        int[] indexes = new int[ids.size()];
        for (int i = 0; i < schema.size(); i++) {
            int id = ids.getID(schema.get(i));
            if (id >= 0) {
                indexes[id] = i;
            }
        }
        return indexes;
    }

    private FlatEnsemble ensemble() {
        JsonNode classes = learner.at("/gradient_booster/model/tree_info");
        List<TreeNode> nodes = new ArrayList<>();
        for (int i = 0; i < trees.size(); i++) {
            boolean turned = positiveClass >= 0 && classes.get(i).asInt() != positiveClass;
            nodes.add(node(trees.get(i), 0, turned ? -1 : 1));
        }
        double base = learner.at("/learner_model_param/base_score").asDouble();
        return FlatEnsemble.of(positiveClass >= 0 ? 0 : base, nodes);
    }

    private TreeNode node(JsonNode tree, int at, int sign) {
        int left = tree.get("left_children").get(at).asInt();
        float value = tree.get("split_conditions").get(at).floatValue();
        if (left < 0) {
            return new TreeNode.Leaf(
                    sign * value, tree.get("sum_hessian").get(at).asDouble());
        }
        if (tree.get("split_type").get(at).asInt() != 0) {
            throw new IllegalStateException("XGBoost made a categorical split: only numeric ones can be compiled");
        }
        int feature = schemaIndexes[tree.get("split_indices").get(at).asInt()];
        boolean missingLeft = tree.get("default_left").get(at).asInt() == 1;
        int right = tree.get("right_children").get(at).asInt();
        return new TreeNode.Split(feature, value, missingLeft, node(tree, left, sign), node(tree, right, sign));
    }
}
