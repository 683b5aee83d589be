package io.arrears.serving.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.decision.PlanExceptions;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.serving.SchemaCheck;
import io.arrears.serving.TestService;
import io.arrears.serving.TestService.Answer;
import io.arrears.serving.mart.MartFixture;
import io.arrears.serving.scores.ModelFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions are recorded before they are answered, replay, and survive restart and a killed writer. */
final class DecisionRoutesTest {
    private static final String ASK = "{\"account_id\": \"A-0008\"}";

    @TempDir
    private Path folder;

    @BeforeEach
    void publish() throws SQLException {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
        Path mart = new Home(folder).mart().resolve("r1").resolve("mart.duckdb");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + mart);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE run SET model_id = '%s'".formatted(ModelFixture.FIRST));
        }
    }

    @Test
    void aDecisionNamesItsChoiceItsOptionsAndWhy() {
        try (TestService service = TestService.start(folder)) {
            Answer answer = service.post("/v1/decisions", ASK);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode decision = answer.json();
            SchemaCheck check = new SchemaCheck(service.get("/openapi").json());
            assertThat(check.problems("Decision", decision)).isEmpty();
            assertThat(decision.get("options").get(0).get("arm").get("action").asText())
                    .isEqualTo("none");
            assertThat(decision.get("prices").get(0).get("capacity").asText()).isEqualTo("call");
            assertThat(decision.get("prices").get(0).get("price").decimalValue())
                    .isEqualByComparingTo("2.10");
            assertThat(decision.get("explanation")).isNotEmpty();
            boolean held = decision.get("choice").get("slot").isNull();
            assertThat(decision.get("choice").get("hold").isNull()).isNotEqualTo(held);
        }
    }

    @Test
    void theRecordReplaysAlsoAfterARestartAndAnotherModel() {
        String id;
        try (TestService service = TestService.start(folder)) {
            id = service.post("/v1/decisions", ASK).json().get("id").asText();
            JsonNode recorded = service.get("/v1/decisions/" + id).json();
            assertThat(recorded.get("replay").asText()).isEqualTo("same");
            assertThat(recorded.get("record").get("inputs").get("account_id").asText())
                    .isEqualTo("A-0008");
        }
        try (TestService service = TestService.start(folder)) {
            service.post("/v1/models/%s:promote".formatted(ModelFixture.SECOND), "");
            assertThat(service.get("/v1/decisions/" + id).json().get("replay").asText())
                    .isEqualTo("same");
        }
    }

    @Test
    void theSameQuestionAboutTheSameKnowledgeIsRecordedOnce() throws IOException {
        try (TestService service = TestService.start(folder)) {
            String first = service.post("/v1/decisions", ASK).json().get("id").asText();
            String again = service.post("/v1/decisions", ASK).json().get("id").asText();
            assertThat(again).isEqualTo(first);
        }
        assertThat(Files.readAllLines(new Home(folder).decisions().resolve("decisions.log")))
                .hasSize(1);
    }

    @Test
    void anEventChangesTheNextDecision() {
        try (TestService service = TestService.start(folder)) {
            String before = service.post("/v1/decisions", ASK).json().get("id").asText();
            service.post(
                    "/v1/events",
                    "{\"flags\": [{\"account_id\": \"A-0008\", \"flag\": \"cease_contact\", \"from_on\": \"2026-06-01\"}]}");
            JsonNode after = service.post("/v1/decisions", ASK).json();
            assertThat(after.get("id").asText()).isNotEqualTo(before);
            assertThat(after.get("choice").get("arm").get("action").asText()).isEqualTo("none");
        }
    }

    @Test
    void theAnswerIsThePlansUntilNewerEventsAreKnownAndThenSaysSo() throws IOException {
        Path run = new Home(folder).mart().resolve("r1");
        String arm;
        try (TestService service = TestService.start(folder)) {
            JsonNode choice = service.post("/v1/decisions", ASK).json().get("choice");
            assertThat(choice.get("basis").get("kind").asText()).isEqualTo("plan");
            arm = choice.get("arm").get("channel").asText();
        }
        int other = arm.equals("email") ? 5 : 1;
        new PlanExceptions(Map.of("A-0008", other)).write(run);
        String exceptional =
                Strategy.standard().arms().get(other).arm().channel().code();
        try (TestService service = TestService.start(folder)) {
            JsonNode settled = service.post("/v1/decisions", ASK).json();
            assertThat(settled.get("choice").get("arm").get("channel").asText()).isEqualTo(exceptional);
            assertThat(settled.get("explanation")).last().asString().contains("It is what the plan of 2026-06-01 says");
            String id = settled.get("id").asText();
            assertThat(service.get("/v1/decisions/" + id).json().get("replay").asText())
                    .isEqualTo("same");
            service.post(
                    "/v1/events",
                    "{\"consents\": [{\"account_id\": \"A-0008\", \"channel\": \"push\", \"granted\": 1, "
                            + "\"effective_at\": \"2026-06-01\"}]}");
            JsonNode after = service.post("/v1/decisions", ASK).json().get("choice");
            assertThat(after.get("basis").get("kind").asText()).isEqualTo("newer_events");
            assertThat(after.get("basis").get("newer_events").asInt()).isEqualTo(1);
            assertThat(after.get("arm").get("channel").asText()).isEqualTo(arm);
        }
    }

    @Test
    void anotherDayIsNotThePlans() {
        try (TestService service = TestService.start(folder)) {
            JsonNode asked = service.post(
                            "/v1/decisions", "{\"account_id\": \"A-0008\", \"as_of\": \"2026-05-20T00:00:00Z\"}")
                    .json();
            assertThat(asked.get("choice").get("basis").get("kind").asText()).isEqualTo("another_day");
            service.post("/v1/models/%s:promote".formatted(ModelFixture.SECOND), "");
            JsonNode second = service.post("/v1/decisions", ASK).json();
            assertThat(second.get("choice").get("basis").get("kind").asText()).isEqualTo("another_model");
        }
    }

    @Test
    void aBrokenChainStopsTheStart() throws IOException {
        try (TestService service = TestService.start(folder)) {
            service.post("/v1/decisions", ASK);
            service.post("/v1/decisions", "{\"account_id\": \"A-0018\"}");
        }
        Path log = new Home(folder).decisions().resolve("decisions.log");
        Files.writeString(log, Files.readString(log).replaceFirst("A-0008", "A-0009"));
        assertThatThrownBy(() -> TestService.start(folder)).hasMessageContaining("damaged at byte 0");
    }

    @Test
    void whatCannotBeDecidedIsAProblem() {
        try (TestService service = TestService.start(folder)) {
            assertThat(service.post("/v1/decisions", "{\"account_id\": \"nobody\"}")
                            .code())
                    .isEqualTo("unknown_account");
            assertThat(service.post("/v1/decisions", "{\"account_id\": \"A-0148\"}")
                            .code())
                    .isEqualTo("not_open");
            assertThat(service.get("/v1/decisions/nothing").code()).isEqualTo("unknown_decision");
        }
    }

    @Test
    void withoutAStrategyDecisionsSayWhatToRun() throws IOException {
        Files.delete(new Home(folder).mart().resolve("r1").resolve("strategy.yaml"));
        try (TestService service = TestService.start(folder)) {
            assertThat(service.post("/v1/decisions", ASK).code()).isEqualTo("no_strategy");
        }
    }
}
