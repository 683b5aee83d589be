package io.arrears.model.feature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The ordered, documented features of a vector. Two schemas with the same fingerprint mean the same thing. */
public final class FeatureSchema {
    private final List<Feature> features;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final String fingerprint;

    /**
     * @throws IllegalArgumentException when a name stands twice
     */
    public FeatureSchema(List<Feature> features) {
        this.features = List.copyOf(features);
        for (int i = 0; i < this.features.size(); i++) {
            String name = this.features.get(i).name();
            if (indexes.put(name, i) != null) {
                throw new IllegalArgumentException("feature %s stands twice in the schema: rename one".formatted(name));
            }
        }
        this.fingerprint = fingerprintOf(this.features);
    }

    public List<Feature> features() {
        return features;
    }

    public List<String> names() {
        return features.stream().map(Feature::name).toList();
    }

    public int size() {
        return features.size();
    }

    public OptionalInt findIndex(String name) {
        Integer index = indexes.get(name);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** The first 16 hex digits of a SHA-256 over names and formulas in order. */
    public String fingerprint() {
        return fingerprint;
    }

    private static String fingerprintOf(List<Feature> features) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Feature feature : features) {
                digest.update((feature.name() + "\t" + feature.formula() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
