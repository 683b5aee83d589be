package io.arrears.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Days;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vectors of the golden book, one line per feature and one column per account. */
final class GoldenTest {
    private static final Path VECTORS = Path.of("src", "test", "resources", "golden", "vectors.csv");

    @Test
    void theGoldenBookGivesTheGoldenVectors() throws IOException {
        String vectors = vectors();
        if (Golden.isWriting()) {
            Files.writeString(VECTORS, vectors);
        }

        assertThat(VECTORS)
                .as("vectors changed: if that is meant, run mvn test -pl model -Dgolden.write and read the difference")
                .content()
                .isEqualTo(vectors);
    }

    private static String vectors() {
        List<AccountHistory> histories = Golden.histories();
        AttributeProfile attributes = new AttributeProfile();
        List<FeatureVector> vectors = new ArrayList<>();
        int asOf = Days.of(Golden.AS_OF);
        histories.forEach(history -> attributes.add(history.knownAtStartOf(asOf).getAccount()));
        FeatureBuilder builder = FeatureBuilder.of(attributes.toCatalogue());
        histories.forEach(history -> vectors.add(builder.build(history.knownAtStartOf(asOf))));
        StringBuilder text = new StringBuilder("feature");
        histories.forEach(history -> text.append(',').append(history.id()));
        for (int i = 0; i < builder.schema().size(); i++) {
            text.append('\n').append(builder.schema().names().get(i));
            for (FeatureVector vector : vectors) {
                text.append(',').append(vector.isMissing(i) ? "" : Float.toString(vector.get(i)));
            }
        }
        return text.append('\n').toString();
    }
}
