package io.arrears.serving.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.mart.MartFixture;
import io.arrears.serving.scores.ModelFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry over HTTP; a promotion counts for the next score. */
final class ModelRoutesTest {
    @TempDir
    private Path folder;

    @Test
    void modelsAreListedShownAndPromoted() {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
        try (TestService service = TestService.start(folder)) {
            JsonNode models = service.get("/v1/models").json().get("models");
            assertThat(models.findValuesAsText("role")).containsExactly("champion", "candidate");
            JsonNode model = service.get("/v1/models/" + ModelFixture.SECOND).json();
            assertThat(model.get("card").asText()).contains(ModelFixture.SECOND);
            assertThat(model.get("curves").get(0).get("high").isNull()).isTrue();

            JsonNode promoted = service.post("/v1/models/%s:promote".formatted(ModelFixture.SECOND), "")
                    .json();
            assertThat(promoted.get("role").asText()).isEqualTo("champion");
            JsonNode score =
                    service.post("/v1/scores", "{\"account_id\": \"A-0008\"}").json();
            assertThat(score.get("model_id").asText()).isEqualTo(ModelFixture.SECOND);
        }
    }

    @Test
    void anUnknownModelIsAProblem() {
        try (TestService service = TestService.start(folder)) {
            assertThat(service.get("/v1/models/20260101-abcdef").code()).isEqualTo("unknown_model");
            assertThat(service.get("/v1/models/..%2F..%2Fetc").status()).isIn(400, 404);
            assertThat(service.post("/v1/models/x:promote", "").code()).isEqualTo("unknown_model");
        }
    }

    @Test
    void withoutAChampionScoresSayWhatToDo() {
        MartFixture.publish(new Home(folder), "r1");
        try (TestService service = TestService.start(folder)) {
            assertThat(service.post("/v1/scores", "{\"account_id\": \"A-0008\"}")
                            .code())
                    .isEqualTo("no_model");
        }
    }
}
