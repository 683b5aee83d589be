package io.arrears.serving.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.TestService.Answer;
import io.arrears.serving.mart.MartFixture;
import io.arrears.serving.scores.ModelFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes known withdraws a recommendation at once: the work list no longer shows it, and the next decision holds. */
final class WithdrawalTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void publish() {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
    }

    private static List<String> worklist(TestService service) {
        List<String> accounts = new ArrayList<>();
        JsonNode page = service.get("/v1/worklists/all?limit=500").json();
        page.get("rows").forEach(row -> accounts.add(row.get("account_id").asText()));
        assertThat(page.get("total").intValue()).isEqualTo(accounts.size());
        return accounts;
    }

    private static JsonNode channel(JsonNode answer, String channel) {
        for (JsonNode standing : answer.get("contact_law")) {
            if (standing.get("channel").asText().equals(channel)) {
                return standing;
            }
        }
        throw new AssertionError("no channel " + channel + " in " + answer.get("contact_law"));
    }

    private static void post(TestService service, String events) {
        Answer answer = service.post("/v1/events", events);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deceased",
                "bankruptcy",
                "cease_contact",
                "attorney",
                "breathing_space",
                "moratorium",
                "identity_theft",
                "vulnerable"
            })
    void aFlagWithdraws(String flag) {
        try (TestService service = TestService.start(folder)) {
            String account = worklist(service).get(0);
            post(service, """
                    {"flags": [{"account_id": "%s", "flag": "%s", "from_on": "2026-06-01"}]}
                    """.formatted(account, flag));
            assertThat(worklist(service)).doesNotContain(account);
            JsonNode decision = service.post("/v1/decisions", "{\"account_id\": \"%s\"}".formatted(account))
                    .json();
            assertThat(channel(decision, "call").get("blocked_by").asText())
                    .isEqualTo("house-default/" + flag.replace('_', '-'));
            assertThat(channel(decision, "call").get("earliest_next").isNull()).isTrue();
            boolean allowed =
                    decision.get("choice").get("arm").get("channel").asText().equals("none")
                            || flag.equals("vulnerable");
            assertThat(allowed).as("%s", decision.get("choice")).isTrue();
        }
    }

    @Test
    void aPaymentADisputeAndARevokedConsentWithdraw() {
        try (TestService service = TestService.start(folder)) {
            List<String> before = worklist(service);
            JsonNode account = service.get("/v1/accounts/" + before.get(0)).json();
            post(service, """
                    {"payments": [{"payment_id": "L1", "account_id": "%s", "paid_on": "2026-06-01", "amount": "%s"}],
                     "disputes": [{"dispute_id": "L2", "account_id": "%s", "opened_on": "2026-06-01"}],
                     "consents": [{"account_id": "%s", "channel": "call", "granted": "0", "effective_at": "2026-06-01"}]}
                    """.formatted(
                            before.get(0),
                            account.get("balances").get("past_due_amount").asText(),
                            before.get(1),
                            before.get(2)));
            assertThat(worklist(service))
                    .doesNotContainAnyElementsOf(before.subList(0, 3))
                    .hasSize(before.size() - 3);
            for (String withdrawn : before.subList(0, 2)) {
                Answer decision = service.post("/v1/decisions", "{\"account_id\": \"%s\"}".formatted(withdrawn));
                boolean held = decision.code().equals("not_open")
                        || decision.json().get("choice").get("slot").isNull();
                assertThat(held).as(decision.body()).isTrue();
            }
            JsonNode revoked = service.get("/v1/accounts/" + before.get(2)).json();
            assertThat(channel(revoked, "call").get("blocked_by").asText()).isEqualTo("house-default/consent");
        }
    }

    @Test
    void aPromiseWithdrawsUntilItIsDue() {
        try (TestService service = TestService.start(folder)) {
            String account = worklist(service).get(0);
            post(service, """
                    {"promises": [{"promise_id": "L1", "account_id": "%s", "made_on": "2026-06-01", "due_on": "2026-06-05",
                      "amount": "10.00"}]}
                    """.formatted(account));
            assertThat(worklist(service)).doesNotContain(account);
            JsonNode decision = service.post("/v1/decisions", "{\"account_id\": \"%s\"}".formatted(account))
                    .json();
            assertThat(decision.get("choice").get("slot").isNull()).isTrue();
            assertThat(channel(decision, "email").get("blocked_by").asText())
                    .isEqualTo("house-default/promise-pending");
            assertThat(channel(decision, "email").get("earliest_next").asText()).startsWith("2026-06-0");
        }
    }

    @Test
    void deathOfTheDebtorWithdrawsAllAccountsButAnAttorneyOnlyItsOwn() {
        try (TestService service = TestService.start(folder)) {
            assertThat(debtor(service, "A-0008")).isEqualTo(debtor(service, "A-0009"));
            post(service, """
                    {"flags": [{"account_id": "A-0009", "flag": "attorney", "from_on": "2026-06-01"}]}
                    """);
            assertThat(decide(service).get("contact_law").findValuesAsText("blocked_by"))
                    .doesNotContain("house-default/attorney");
            post(service, """
                    {"flags": [{"account_id": "A-0009", "flag": "deceased", "from_on": "2026-06-01"}]}
                    """);
            assertThat(decide(service).get("contact_law").findValuesAsText("blocked_by"))
                    .containsOnly("house-default/deceased");
            assertThat(worklist(service)).doesNotContain("A-0008", "A-0009");
        }
    }

    @Test
    void aCallMadeOnOneAccountUsesUpTheDayOfTheOther() {
        try (TestService service = TestService.start(folder)) {
            JsonNode before = channel(service.get("/v1/accounts/A-0008").json(), "email");
            assertThat(before.get("blocked_by").isNull()).as("%s", before).isTrue();
            assertThat(before.get("contacts_left").intValue()).isEqualTo(1);
            post(service, """
                    {"contacts": [{"contact_id": "L3", "account_id": "A-0009", "decided_on": "2026-06-01",
                      "at": "2026-06-01T09:30:00Z", "action": "reminder", "channel": "call", "outcome": "no_answer"}]}
                    """);
            JsonNode after = channel(decide(service), "email");
            assertThat(after.get("blocked_by").asText()).as("%s", after).isEqualTo("house-default/one-a-day");
            assertThat(after.get("counted").get(0).asText()).isEqualTo("L3");
            assertThat(after.get("earliest_next").asText()).startsWith("2026-06-01T22:00:00");
        }
    }

    @Test
    void anAnswerThatIsNotThePlansCountsWhatThePlanPromisedTheDebtorsOtherAccountsWhileItStands() {
        try (TestService service = TestService.start(folder)) {
            int counted = 0;
            for (String planned : worklist(service)) {
                int number = Integer.parseInt(planned.substring(2));
                String partner = "A-%04d".formatted(number % 2 == 0 ? number + 1 : number - 1);
                Answer decision = service.post("/v1/decisions", "{\"account_id\": \"%s\"}".formatted(partner));
                if (decision.status() == 200 && countsPlanned(decision.json())) {
                    counted++;
                    post(service, """
                            {"disputes": [{"dispute_id": "L-%s", "account_id": "%s", "opened_on": "2026-06-01"}]}
                            """.formatted(planned, planned));
                    assertThat(countsPlanned(
                                    service.post("/v1/decisions", "{\"account_id\": \"%s\"}".formatted(partner))
                                            .json()))
                            .isFalse();
                }
            }
            assertThat(counted).as("answers that counted a planned contact").isPositive();
        }
    }

    private static boolean countsPlanned(JsonNode decision) {
        assertThat(decision.get("choice").get("basis").get("kind").asText()).isNotEqualTo("plan");
        return channel(decision, "email").get("counted").toString().contains("planned");
    }

    private static String debtor(TestService service, String account) {
        return service.get("/v1/accounts/" + account)
                .json()
                .get("account")
                .get("debtor_id")
                .asText();
    }

    private static JsonNode decide(TestService service) {
        return service.post("/v1/decisions", "{\"account_id\": \"A-0008\", \"as_of\": \"2026-06-01T10:00:00Z\"}")
                .json();
    }
}
