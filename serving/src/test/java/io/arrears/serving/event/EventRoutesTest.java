package io.arrears.serving.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.TestService.Answer;
import io.arrears.serving.mart.MartFixture;
import io.arrears.serving.scores.ModelFixture;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events are known to the next answer, once, and survive a restart. */
final class EventRoutesTest {
    private static final String ACCOUNT = "A-0008";
    private static final String PAYMENT = """
            {"payments": [{"payment_id": "L1", "account_id": "A-0008", "paid_on": "2026-06-01", "amount": "%s"}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void publish() {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
    }

    private static BigDecimal balance(TestService service) {
        JsonNode account = service.get("/v1/accounts/" + ACCOUNT).json();
        return account.get("balances").get("open_balance").decimalValue();
    }

    @Test
    void theNextAnswerKnowsAnEvent() {
        try (TestService service = TestService.start(folder)) {
            BigDecimal before = balance(service);
            Answer answer = service.post("/v1/events", PAYMENT.formatted("10.00"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().get("accepted").intValue()).isEqualTo(1);
            assertThat(balance(service)).isEqualByComparingTo(before.subtract(BigDecimal.TEN));
            JsonNode newest = service.get("/v1/accounts/" + ACCOUNT)
                    .json()
                    .get("timeline")
                    .get(0);
            assertThat(newest.get("id").asText()).isEqualTo("L1");
            assertThat(newest.get("late").asBoolean()).isFalse();
        }
    }

    @Test
    void theSameEventTwiceCountsOnce() {
        try (TestService service = TestService.start(folder)) {
            service.post("/v1/events", PAYMENT.formatted("10.00"));
            BigDecimal once = balance(service);
            JsonNode again = service.post("/v1/events", PAYMENT.formatted("10")).json();
            assertThat(again.get("repeated").intValue()).isEqualTo(1);
            assertThat(balance(service)).isEqualByComparingTo(once);
        }
    }

    @Test
    void moneyUnderAKnownKeyMayNotChangeUnnoticed() {
        try (TestService service = TestService.start(folder)) {
            service.post("/v1/events", PAYMENT.formatted("10.00"));
            assertThat(service.post("/v1/events", PAYMENT.formatted("11.00")).code())
                    .isEqualTo("conflict");
        }
    }

    @Test
    void eventsSurviveARestart() {
        BigDecimal paid;
        try (TestService service = TestService.start(folder)) {
            service.post("/v1/events", PAYMENT.formatted("10.00"));
            paid = balance(service);
        }
        try (TestService service = TestService.start(folder)) {
            assertThat(balance(service)).isEqualByComparingTo(paid);
        }
    }

    @Test
    void aTailCutOffByAKillIsDroppedAndTheNextEventStands() throws IOException {
        try (TestService service = TestService.start(folder)) {
            service.post("/v1/events", PAYMENT.formatted("10.00"));
        }
        Path file = new Home(folder).journal().resolve("events.log");
        long sound = Files.size(file);
        byte[] line = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(line, line.length / 2), StandardOpenOption.APPEND);
        try (TestService service = TestService.start(folder)) {
            assertThat(Files.size(file)).isEqualTo(sound);
            assertThat(service.post("/v1/events", PAYMENT.formatted("10.00").replace("L1", "L2"))
                            .json()
                            .get("accepted")
                            .intValue())
                    .isEqualTo(1);
        }
        assertThat(Journal.open(new Home(folder).journal()).lines()).hasSize(2);
    }

    @Test
    void everyWrongEventIsNamedAndNothingIsTaken() {
        try (TestService service = TestService.start(folder)) {
            Answer answer = service.post("/v1/events", """
                    {"payments": [{"payment_id": "L1", "account_id": "A-0008", "paid_on": "2026-06-01", "amount": "1"},
                                  {"payment_id": "L2", "account_id": "nobody", "paid_on": "2026-06-01", "amount": "1"},
                                  {"payment_id": "L3", "account_id": "A-0008", "paid_on": "2026-06-02", "amount": "0"}],
                     "flags": [{"account_id": "A-0008", "flag": "sad", "from_on": "2026-06-01"}]}
                    """);
            assertThat(answer.code()).isEqualTo("invalid_input");
            assertThat(answer.json().get("errors").findValuesAsText("field"))
                    .containsExactlyInAnyOrder(
                            "payments[1].account_id", "payments[2].paid_on", "payments[2].amount", "flags[0].flag");
            assertThat(service.get("/v1/accounts/" + ACCOUNT).body()).doesNotContain("\"L1\"");
        }
    }

    @Test
    void aDisputeMayBeClosedLater() {
        try (TestService service = TestService.start(folder)) {
            String open = """
                    {"disputes": [{"dispute_id": "D9", "account_id": "A-0008", "opened_on": "2026-05-30"%s}]}
                    """;
            assertThat(service.post("/v1/events", open.formatted("")).status()).isEqualTo(200);
            Answer closed = service.post(
                    "/v1/events", open.formatted(", \"closed_on\": \"2026-06-01\", \"resolution\": \"rejected\""));
            assertThat(closed.json().get("accepted").intValue()).isEqualTo(1);
        }
    }
}
