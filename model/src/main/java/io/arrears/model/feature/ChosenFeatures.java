package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Some features of a family, computed with all of it. */
final class ChosenFeatures implements FeatureFamily {
    private final FeatureFamily family;
    private final int[] chosen;
    private final List<Feature> features;

    private ChosenFeatures(FeatureFamily family, int[] chosen) {
        this.family = family;
        this.chosen = chosen;
        this.features =
                IntStream.of(chosen).mapToObj(i -> family.features().get(i)).toList();
    }

    /** The family itself when all of its features are named; one without features when none is. */
    static FeatureFamily of(FeatureFamily family, Set<String> names) {
        List<Feature> all = family.features();
        int[] chosen = IntStream.range(0, all.size())
                .filter(i -> names.contains(all.get(i).name()))
                .toArray();
        return chosen.length == all.size() ? family : new ChosenFeatures(family, chosen);
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        float[] all = new float[family.features().size()];
        family.compute(known, all, 0);
        for (int i = 0; i < chosen.length; i++) {
            out[at + i] = all[chosen[i]];
        }
    }
}
