package io.arrears.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.decision.ResponseTraits;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TraitReaderTest {
    @Test
    void readsByNameWhatTheFeaturesKnow() {
        FeatureSchema schema = Desk.FEATURES.schema();
        float[] values = new float[schema.size()];
        Arrays.fill(values, Float.NaN);
        values[schema.findIndex("paid_in_parts_share").orElseThrow()] = 0.25f;
        List<@Nullable Double> traits = new TraitReader(schema).read(FeatureVector.of(schema, values));
        assertThat(traits).hasSize(ResponseTraits.FEATURES.size());
        assertThat(traits.get(ResponseTraits.FEATURES.indexOf("paid_in_parts_share")))
                .isEqualTo(0.25);
        assertThat(Collections.frequency(traits, null)).isEqualTo(traits.size() - 1);
    }

    @Test
    void everyTraitIsAFeature() {
        assertThat(Desk.FEATURES.schema().names()).containsAll(ResponseTraits.FEATURES);
    }

    @Test
    void theAssessorReadsThem() {
        Assessment assessment = Desk.of("{strategy: t, arms: [{action: reminder, channel: email, cost: 0.02}]}")
                .assess(Desk.LATE);
        assertThat(assessment.dossier().context().traits())
                .isEqualTo(new TraitReader(Desk.FEATURES.schema())
                        .read(assessment.dossier().vector()));
    }
}
