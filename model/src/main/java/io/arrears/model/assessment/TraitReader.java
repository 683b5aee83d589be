package io.arrears.model.assessment;

import io.arrears.model.decision.ResponseTraits;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the traits of an account from its vector, for training and use alike. */
public final class TraitReader {
    private final int[] at;

    /** Traits that the schema lacks are missing. */
    public TraitReader(FeatureSchema schema) {
        this.at = ResponseTraits.FEATURES.stream()
                .mapToInt(name -> schema.findIndex(name).orElse(-1))
                .toArray();
    }

    /** The values of {@link ResponseTraits#FEATURES}, null where missing. */
    public List<@Nullable Double> read(FeatureVector vector) {
        List<@Nullable Double> values = new ArrayList<>(at.length);
        for (int index : at) {
            values.add(index < 0 || vector.isMissing(index) ? null : (double) vector.get(index));
        }
        return values;
    }
}
