package io.arrears.serving.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.mart.MartFixture;
import io.arrears.serving.scores.ModelFixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The account answer is the ledger's and the plan's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AccountRoutesTest {
    private final TestService service;

    AccountRoutesTest(@TempDir Path folder) {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
        service = TestService.start(folder);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void balancesAndItemsAreTheLedgers() {
        KnownHistory known = MartFixture.history(8).knownAtStartOf((int) MartFixture.AS_OF.toEpochDay());
        JsonNode account = service.get("/v1/accounts/A-0008").json();
        assertThat(account.get("balances").get("open_balance").decimalValue())
                .isEqualByComparingTo(Money.decimal(
                        known.ledger().openMinor(), known.getAccount().currency()));
        assertThat(account.get("balances").get("days_past_due").intValue()).isEqualTo(known.daysPastDue());
        assertThat(account.get("open_items")).hasSize(known.ledger().openItems().size());
        assertThat(account.get("published").get("plan").get("rank").intValue()).isPositive();
        assertThat(account.get("published").get("arms")).hasSize(4);
        assertThat(account.get("scores").get("reasons")).isNotEmpty();
    }

    @Test
    void theTimelineIsNewestFirstAndMarksWhatBecameKnownLate() {
        JsonNode timeline = service.get("/v1/accounts/A-0004").json().get("timeline");
        List<String> days = new ArrayList<>();
        timeline.forEach(entry -> {
            days.add(entry.get("on").asText());
            boolean payment = entry.get("table").asText().equals("payments");
            assertThat(entry.get("late").asBoolean()).isEqualTo(payment);
        });
        assertThat(days).isNotEmpty().isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void auditAttributesStayOut() {
        JsonNode attributes =
                service.get("/v1/accounts/A-0008").json().get("account").get("attributes");
        assertThat(attributes.has("x_region")).isTrue();
        assertThat(attributes.has("audit_age_band")).isFalse();
    }

    @Test
    void anUnknownAccountIsAProblem() {
        assertThat(service.get("/v1/accounts/nobody").code()).isEqualTo("unknown_account");
        assertThat(service.get("/v1/accounts/" + "x".repeat(200)).code()).isEqualTo("invalid_parameter");
    }
}
