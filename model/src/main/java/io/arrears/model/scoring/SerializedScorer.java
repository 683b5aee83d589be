package io.arrears.model.scoring;

import io.arrears.model.feature.Feature;
import io.arrears.model.feature.FeatureSchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What travels in place of a {@link Scorer}: the schema as text and the trees in their file format. */
record SerializedScorer(String modelId, String[][] features, String[] targets, byte[][] trees) implements Serializable {
    static SerializedScorer of(Scorer scorer, Collection<TargetModel> models) {
        return new SerializedScorer(
                scorer.modelId(),
                scorer.schema().features().stream().map(SerializedScorer::texts).toArray(String[][]::new),
                models.stream().map(model -> model.target().code()).toArray(String[]::new),
                models.stream()
                        .map(model -> TreesFile.write(
                                model,
                                Scorer.rowSchema(model.target(), scorer.schema())
                                        .fingerprint()))
                        .toArray(byte[][]::new));
    }

    private static String[] texts(Feature f) {
        return new String[] {f.name(), f.meaning(), f.unit(), f.formula(), f.missing(), f.phrase()};
    }

    private Object readResolve() {
        List<Feature> list = new ArrayList<>();
        for (String[] f : features) {
            list.add(new Feature(f[0], f[1], f[2], f[3], f[4], f[5]));
        }
        FeatureSchema schema = new FeatureSchema(list);
        List<TargetModel> models = new ArrayList<>();
        for (int i = 0; i < trees.length; i++) {
            FeatureSchema rows = Scorer.rowSchema(Target.of(targets[i]), schema);
            models.add(TreesFile.read(trees[i], rows.fingerprint()));
        }
        return new Scorer(modelId, schema, models);
    }
}
