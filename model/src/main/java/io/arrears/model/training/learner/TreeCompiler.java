package io.arrears.model.training.learner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.scoring.TreeNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.common.xgboost.XGBoostModel;

/**
 * From a booster to trees of ours. XGBoost's columns are Tribuo's feature ids (names in alphabetical order); ours are
 * positions in the schema.
 */
final class TreeCompiler {
    private static final JsonMapper JSON = new JsonMapper();

    private final int[] schemaIndexes;

    private TreeCompiler(int[] schemaIndexes) {
        this.schemaIndexes = schemaIndexes;
    }

    static List<TreeNode> compile(XGBoostModel<?> model, List<String> schema) {
        TreeCompiler compiler = new TreeCompiler(indexes(model.getFeatureIDMap(), schema));
        try {
            Booster booster = model.getInnerModels().get(0);
            JsonNode trees = JSON.readTree(booster.toByteArray("json")).at("/learner/gradient_booster/model/trees");
            List<TreeNode> nodes = new ArrayList<>();
            for (JsonNode tree : trees) {
                nodes.add(compiler.node(tree, 0));
            }
            return nodes;
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

    private TreeNode node(JsonNode tree, int at) {
        int left = tree.get("left_children").get(at).asInt();
        float value = tree.get("split_conditions").get(at).floatValue();
        if (left < 0) {
            return new TreeNode.Leaf(value, tree.get("sum_hessian").get(at).asDouble());
        }
        if (tree.get("split_type").get(at).asInt() != 0) {
            throw new IllegalStateException("XGBoost made a categorical split: only numeric ones can be compiled");
        }
        int feature = schemaIndexes[tree.get("split_indices").get(at).asInt()];
        boolean missingLeft = tree.get("default_left").get(at).asInt() == 1;
        int right = tree.get("right_children").get(at).asInt();
        return new TreeNode.Split(feature, value, missingLeft, node(tree, left), node(tree, right));
    }
}
