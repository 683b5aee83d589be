package io.arrears.model.scoring;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** An ensemble as an ONNX graph of one TreeEnsembleRegressor; field numbers are those of onnx.proto3. */
final class OnnxTrees {
    private static final int FLOAT_TENSOR = 1;
    private static final int INT = 2;
    private static final int STRING = 3;
    private static final int FLOATS = 6;
    private static final int INTS = 7;
    private static final int STRINGS = 8;

    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private final FlatTrees trees;
    private final List<Long> treeIds = new ArrayList<>();
    private final List<Long> nodeIds = new ArrayList<>();
    private final List<Long> features = new ArrayList<>();
    private final List<Float> thresholds = new ArrayList<>();
    private final List<String> modes = new ArrayList<>();
    private final List<Long> yes = new ArrayList<>();
    private final List<Long> no = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();
    private final List<Long> leafTrees = new ArrayList<>();
    private final List<Long> leafNodes = new ArrayList<>();
    private final List<Float> leafValues = new ArrayList<>();

    private OnnxTrees(FlatTrees trees) {
        this.trees = trees;
        for (int tree = 0; tree < trees.count(); tree++) {
            int root = trees.root(tree);
            int end = tree + 1 < trees.count() ? trees.root(tree + 1) : trees.nodeCount();
            for (int node = root; node < end; node++) {
                node(tree, root, node);
            }
        }
    }

    private void node(long tree, int root, int node) {
        boolean leaf = trees.isLeaf(node);
        treeIds.add(tree);
        nodeIds.add((long) node - root);
        features.add(leaf ? 0L : trees.feature(node));
        thresholds.add(leaf ? 0f : trees.value(node));
        modes.add(leaf ? "LEAF" : "BRANCH_LT");
        yes.add(leaf ? 0L : node + 1 - root);
        no.add(leaf ? 0L : trees.right(node) - root);
        missing.add(trees.missingLeft(node) ? 1L : 0L);
        if (leaf) {
            leafTrees.add(tree);
            leafNodes.add((long) node - root);
            leafValues.add(trees.value(node));
        }
    }

    /** Input {@code rows} of n by width floats, output {@code margins} of n by 1. */
    static byte[] write(FlatEnsemble ensemble, int width) {
        OnnxTrees trees = new OnnxTrees(ensemble.trees());
        return bytes(model -> {
            model.writeInt64(1, 8);
            model.writeBytes(7, message(graph -> {
                graph.writeBytes(1, message(node -> trees.writeNode(node, (float) ensemble.baseMargin())));
                graph.writeString(2, "trees");
                graph.writeBytes(11, tensor("rows", width));
                graph.writeBytes(12, tensor("margins", 1));
            }));
            model.writeBytes(8, operators("", 17));
            model.writeBytes(8, operators("ai.onnx.ml", 1));
        });
    }

    private void writeNode(CodedOutputStream node, float base) throws IOException {
        node.writeString(1, "rows");
        node.writeString(2, "margins");
        node.writeString(4, "TreeEnsembleRegressor");
        node.writeString(7, "ai.onnx.ml");
        write(node, "n_targets", INT, a -> a.writeInt64(3, 1));
        write(node, "aggregate_function", STRING, a -> a.writeString(4, "SUM"));
        write(node, "post_transform", STRING, a -> a.writeString(4, "NONE"));
        floats(node, "base_values", List.of(base));
        ints(node, "nodes_treeids", treeIds);
        ints(node, "nodes_nodeids", nodeIds);
        ints(node, "nodes_featureids", features);
        floats(node, "nodes_values", thresholds);
        ints(node, "nodes_truenodeids", yes);
        ints(node, "nodes_falsenodeids", no);
        ints(node, "nodes_missing_value_tracks_true", missing);
        write(node, "nodes_modes", STRINGS, a -> {
            for (String mode : modes) {
                a.writeString(9, mode);
            }
        });
        ints(node, "target_treeids", leafTrees);
        ints(node, "target_nodeids", leafNodes);
        ints(node, "target_ids", leafTrees.stream().map(tree -> 0L).toList());
        floats(node, "target_weights", leafValues);
    }

    private static void ints(CodedOutputStream node, String name, List<Long> values) throws IOException {
        write(node, name, INTS, a -> {
            for (long value : values) {
                a.writeInt64(8, value);
            }
        });
    }

    private static void floats(CodedOutputStream node, String name, List<Float> values) throws IOException {
        write(node, name, FLOATS, a -> {
            for (float value : values) {
                a.writeFloat(7, value);
            }
        });
    }

    private static void write(CodedOutputStream node, String name, int type, Fields value) throws IOException {
        node.writeBytes(5, message(attribute -> {
            attribute.writeString(1, name);
            value.write(attribute);
            attribute.writeInt32(20, type);
        }));
    }

    private static ByteString operators(String domain, int version) {
        return message(set -> {
            set.writeString(1, domain);
            set.writeInt64(2, version);
        });
    }

    private static ByteString tensor(String name, int width) {
        ByteString rows = message(dimension -> dimension.writeString(2, "n"));
        ByteString columns = message(dimension -> dimension.writeInt64(1, width));
        return message(info -> {
            info.writeString(1, name);
            info.writeBytes(
                    2,
                    message(type -> type.writeBytes(1, message(tensor -> {
                        tensor.writeInt32(1, FLOAT_TENSOR);
                        tensor.writeBytes(2, message(shape -> {
                            shape.writeBytes(1, rows);
                            shape.writeBytes(1, columns);
                        }));
                    }))));
        });
    }

    private static ByteString message(Fields fields) {
        return ByteString.copyFrom(bytes(fields));
    }

    private static byte[] bytes(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            fields.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
