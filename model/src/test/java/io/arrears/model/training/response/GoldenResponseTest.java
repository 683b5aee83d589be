package io.arrears.model.training.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.decision.ResponseModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every {@code response.json} ever written loads, answers as it did to the bit, and is written again as it was. */
final class GoldenResponseTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "artefacts", "response");

    @ParameterizedTest
    @ValueSource(strings = {"STANDING", "S_LEARNER", "X_LEARNER"})
    void answersAsItAlwaysDid(String name) throws IOException {
        ResponseModel model = ResponseModel.fromJson(Files.readString(FOLDER.resolve(name + ".json")));
        assertThat(GoldenResponse.answers(model)).isEqualTo(Files.readAllLines(FOLDER.resolve(name + ".csv")));
        assertThat(ResponseModel.of(model.coefficients()).toJson()).isEqualTo(model.toJson());
    }
}
