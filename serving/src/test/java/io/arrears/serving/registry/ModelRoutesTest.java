package io.arrears.serving.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.serving.SchemaCheck;
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

    /** What a deployment does from another process: the service follows within a second and goes back again. */
    @Test
    void promotionAndRollbackElsewhereCountWithoutARestart() throws InterruptedException {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
        ModelRegistry elsewhere = new ModelRegistry(new Home(folder).models());
        try (TestService service = TestService.start(folder)) {
            String before = score(service);
            assertThat(before).contains(ModelFixture.FIRST);
            elsewhere.promote(ModelFixture.SECOND);
            String promoted = awaited(service, ModelFixture.SECOND);
            assertThat(promoted.replace(ModelFixture.SECOND, "")).isNotEqualTo(before.replace(ModelFixture.FIRST, ""));
            elsewhere.rollback();
            assertThat(awaited(service, ModelFixture.FIRST)).isEqualTo(before);
        }
    }

    private static String score(TestService service) {
        return service.post("/v1/scores", "{\"account_id\": \"A-0008\"}").body();
    }

    private static String awaited(TestService service, String model) throws InterruptedException {
        for (int i = 0; i < 100 && !score(service).contains(model); i++) {
            Thread.sleep(50);
        }
        assertThat(score(service)).contains(model);
        return score(service);
    }

    @Test
    void theRegistryIsRolledBackOverHttp() {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
        try (TestService service = TestService.start(folder)) {
            assertThat(service.post("/v1/models:rollback", "").code()).isEqualTo("no_model_before");
            service.post("/v1/models/%s:promote".formatted(ModelFixture.SECOND), "");
            JsonNode back = service.post("/v1/models:rollback", "").json();
            assertThat(back.get("model_id").asText()).isEqualTo(ModelFixture.FIRST);
            assertThat(score(service)).contains(ModelFixture.FIRST);
            assertThat(service.get("/v1/models").json().get("log"))
                    .extracting(JsonNode::asText)
                    .containsExactly("promote " + ModelFixture.FIRST, "promote " + ModelFixture.SECOND, "rollback");
        }
    }

    @Test
    void whatTheGateRefusesNeedsAReasonThatStandsInTheLog() {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
        ModelRegistry registry = new ModelRegistry(new Home(folder).models());
        registry.keep(ModelFixture.verdict(ModelFixture.SECOND, false));
        String promote = "/v1/models/%s:promote".formatted(ModelFixture.SECOND);
        try (TestService service = TestService.start(folder)) {
            TestService.Answer refused = service.post(promote, "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("gate_refused");
            assertThat(refused.json().get("detail").asText()).contains("not_worse: log loss less the champion's");
            assertThat(score(service)).contains(ModelFixture.FIRST);
            assertThat(service.post(promote, "{\"why\": \"x\"}").code()).isEqualTo("invalid_input");
            assertThat(service.post(promote, "{\"force\": \"board decision\"}")
                            .json()
                            .get("role")
                            .asText())
                    .isEqualTo("champion");
            assertThat(registry.log().get(1)).startsWith("promote " + ModelFixture.SECOND + " forced board decision");
        }
    }

    /** A verdict on another champion says nothing about this one. */
    @Test
    void aVerdictHoldsForItsChampionOnly() {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
        try (TestService service = TestService.start(folder)) {
            service.post("/v1/models/%s:promote".formatted(ModelFixture.SECOND), "");
            TestService.Answer back = service.post("/v1/models/%s:promote".formatted(ModelFixture.FIRST), "");
            assertThat(back.code()).isEqualTo("gate_refused");
            assertThat(back.json().get("detail").asText()).contains("the gate was not asked");
        }
    }

    @Test
    void aShadowIsAskedTooAndChangesNoAnswer() throws InterruptedException {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
        String ask = "{\"account_id\": \"A-0008\"}";
        String batch = "[\"A-0008\", \"A-0001\", \"A-0002\"]";
        String alone;
        String decidedAlone;
        try (TestService service = TestService.start(folder)) {
            alone = service.post("/v1/scores:batch", batch).body();
            decidedAlone = service.post("/v1/decisions", ask).body();
            assertThat(service.get("/v1/models").json().get("shadow").isNull()).isTrue();
        }
        new ModelRegistry(new Home(folder).models()).shadow(ModelFixture.SECOND);
        try (TestService service = TestService.start(folder)) {
            assertThat(service.post("/v1/scores:batch", batch).body()).isEqualTo(alone);
            assertThat(service.post("/v1/decisions", ask).body()).isEqualTo(decidedAlone);
            int scored =
                    service.post("/v1/scores:batch", batch).json().get("scores").size();
            JsonNode shadow = agreement(service, 2 * scored + 1);
            assertThat(shadow.get("champion").asText()).isEqualTo(ModelFixture.FIRST);
            assertThat(shadow.get("challenger").asText()).isEqualTo(ModelFixture.SECOND);
            assertThat(shadow.at("/differences/mean_absolute_difference").asDouble())
                    .isBetween(0.001, 0.5);
            assertThat(shadow.at("/differences/largest_difference").asDouble())
                    .isGreaterThanOrEqualTo(
                            shadow.at("/differences/mean_absolute_difference").asDouble());
            assertThat(shadow.get("decided").asInt()).isEqualTo(1);
            assertThat(shadow.get("flipped").asInt()).isBetween(0, 1);
            assertThat(shadow.get("failed").asInt()).isZero();
            SchemaCheck check = new SchemaCheck(service.get("/openapi").json());
            assertThat(check.problems("ModelList", service.get("/v1/models").json()))
                    .isEmpty();
        }
    }

    private static JsonNode agreement(TestService service, int scored) throws InterruptedException {
        JsonNode shadow = service.get("/v1/models").json().get("shadow");
        for (int i = 0; i < 100 && shadow.at("/differences/scored").asInt() < scored; i++) {
            Thread.sleep(50);
            shadow = service.get("/v1/models").json().get("shadow");
        }
        assertThat(shadow.at("/differences/scored").asInt()).isEqualTo(scored);
        while (shadow.get("decided").asInt() + shadow.get("failed").asInt() < 1) {
            Thread.sleep(50);
            shadow = service.get("/v1/models").json().get("shadow");
        }
        return shadow;
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
