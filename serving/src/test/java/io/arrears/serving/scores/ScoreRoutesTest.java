package io.arrears.serving.scores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scores;
import io.arrears.model.scoring.ScoringGroup;
import io.arrears.serving.TestService;
import io.arrears.serving.TestService.Answer;
import io.arrears.serving.mart.MartFixture;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Scores over HTTP are those of the same history through FeatureBuilder and Scorer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScoreRoutesTest {
    private static final String INLINE = """
            {"accounts": [{"account_id": "X", "receivable_type": "utility", "currency": "EUR", "opened_on": "2026-01-01"}],
             "invoices": [{"invoice_id": "I1", "issued_on": "2026-04-01", "due_on": "2026-04-15", "amount": "120.50"}],
             "payments": [{"payment_id": "P1", "paid_on": "2026-04-20", "amount": 20.5}]%s}
            """;

    private final Home home;
    private final TestService service;

    ScoreRoutesTest(@TempDir Path folder) {
        home = new Home(folder);
        MartFixture.publish(home, "r1");
        ModelFixture.register(home);
        service = TestService.start(folder);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aKnownAccountIsScoredAsBatchWould() {
        Answer answer = service.post("/v1/scores", "{\"account_id\": \"A-0008\", \"as_of\": \"2026-06-01\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Scores expected = batch(MartFixture.history(8));
        JsonNode score = answer.json();
        assertThat(score.get("pay_probability_30d").asDouble()).isEqualTo(expected.payProbability30d());
        assertThat(score.get("model_id").asText()).isEqualTo(ModelFixture.FIRST);
        assertThat(score.get("as_of").asText()).isEqualTo("2026-06-01T00:00:00Z");
        assertThat(score.get("reasons").size()).isEqualTo(expected.reasons().size());
        assertThat(score.get("reasons").get(0).get("text").asText())
                .isEqualTo(expected.reasons().get(0).text());
    }

    private Scores batch(AccountHistory history) {
        KnownHistory known = history.knownAtStartOf((int) MartFixture.AS_OF.toEpochDay());
        return new ModelRegistry(home.models())
                .load(ModelFixture.FIRST)
                .score(FeatureBuilder.of(AttributeCatalogue.EMPTY).build(known), ScoringGroup.of(known.getAccount()));
    }

    @Test
    void anUnknownAccountIsAProblem() {
        Answer answer = service.post("/v1/scores", "{\"account_id\": \"no-such\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("unknown_account");
        assertThat(answer.json().get("instance").asText()).isEqualTo("/v1/scores");
    }

    @Test
    void anInlineHistoryIsScoredAsOfItsNewestFact() {
        JsonNode score = service.post("/v1/scores", INLINE.formatted("")).json();
        assertThat(score.get("account_id").asText()).isEqualTo("X");
        assertThat(score.get("as_of").asText()).isEqualTo("2026-04-20T23:59:59.999999Z");
        assertThat(score.get("pay_probability_30d").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        Answer answer = service.post("/v1/scores", INLINE.formatted("""
                        , "promises": [{"promise_id": "K", "made_on": "2026-02-30", "due_on": "2026-03-01", "amount": "1.005"},
                                       {"made_on": "2026-03-02", "due_on": "2026-03-01", "amount": -1, "amont": 2}]
                        """));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid_input");
        assertThat(answer.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "promises[0].made_on",
                        "promises[0].amount",
                        "promises[1].promise_id",
                        "promises[1].due_on",
                        "promises[1].amount",
                        "promises[1].amont");
    }

    @Test
    void anAccountNotYetKnownCannotBeScored() {
        Answer answer = service.post("/v1/scores", "{\"account_id\": \"A-0008\", \"as_of\": \"2020-01-01\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("not_scorable");
    }

    @Test
    void brokenJsonIsSaidWithItsPlace() {
        Answer answer = service.post("/v1/scores", "{\"account_id\": ");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed_json");
        assertThat(answer.json().get("detail").asText()).contains("line 1");
    }

    @Test
    void aBatchKeepsTheOrderAndNamesTheUnknown() {
        JsonNode batch = service.post("/v1/scores:batch", "[\"A-0002\", \"nobody\", \"A-0001\"]")
                .json();
        assertThat(batch.get("scores").findValuesAsText("account_id")).containsExactly("A-0002", "A-0001");
        assertThat(batch.get("unknown").get(0).asText()).isEqualTo("nobody");
    }

    @Test
    void aBatchBeyondTheLimitIsRefused() {
        String ids = IntStream.range(0, 10_001).mapToObj(i -> "\"A\"").collect(Collectors.joining(",", "[", "]"));
        Answer answer = service.post("/v1/scores:batch", ids);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("10000");
    }
}
