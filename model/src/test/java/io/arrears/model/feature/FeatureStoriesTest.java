package io.arrears.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Days;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What single accounts of the golden book look like over time; their facts stand in {@code golden/drop}. */
final class FeatureStoriesTest {
    private static final FeatureBuilder BUILDER = FeatureBuilder.of(AttributeCatalogue.EMPTY);

    @Test
    void f01_aPromiseIsPendingThenBroken() {
        assertThat(value("card-promises", "2024-04-21", "promises_pending")).isEqualTo(1);
        assertThat(value("card-promises", "2024-05-04", "promises_pending"))
                .as("the last grace day has not ended")
                .isEqualTo(1);
        assertThat(value("card-promises", "2024-05-05", "promises_broken")).isEqualTo(1);
        assertThat(value("card-promises", "2024-05-05", "promise_kept_rate")).isEqualTo(0.5f);
        assertThat(value("card-promises", "2024-05-05", "days_since_broken_promise"))
                .isEqualTo(4);
    }

    @Test
    void f02_aBouncedDebitMakesTheBillOverdueAgain() {
        assertThat(value("utility-bounced", "2024-05-20", "past_due_amount")).isZero();
        assertThat(value("utility-bounced", "2024-05-23", "past_due_amount")).isEqualTo(85);
        assertThat(value("utility-bounced", "2024-05-23", "days_past_due"))
                .as("as if it had never been paid")
                .isEqualTo(4);
        assertThat(value("utility-bounced", "2024-05-23", "days_since_last_payment"))
                .as("the last payment that stayed")
                .isEqualTo(34);
    }

    @Test
    void f03_nobodySeesNewsBeforeTheyCome() {
        assertThat(value("dinar-late-news", "2024-04-02", "payments_total"))
                .as("paid on 28 March, booked on 2 April at half past eight")
                .isZero();
        assertThat(value("dinar-late-news", "2024-04-03", "open_balance")).isEqualTo(7.25f);
        assertThat(value("dinar-late-news", "2024-05-03", "open_balance"))
                .as("the amount was corrected on 2 May")
                .isEqualTo(5.25f);
        assertThat(value("dinar-late-news", "2024-07-04", "open_balance")).isEqualTo(20);
    }

    @Test
    void f04_aFreshAccountHasNoPastAndThatIsNotZero() {
        assertThat(value("new-nothing-billed", "2024-07-01", "open_balance")).isZero();
        assertThat(value("new-nothing-billed", "2024-07-01", "mean_days_late")).isNaN();
        assertThat(value("new-nothing-billed", "2024-07-01", "days_since_last_payment"))
                .isNaN();
        assertThat(value("new-nothing-billed", "2024-07-01", "right_party_rate_180d"))
                .isNaN();
    }

    @Test
    void f05_anEarlyPayerDriftsTowardsTheDueDay() {
        assertThat(value("loan-early-bird", "2024-07-01", "mean_days_late")).isEqualTo(-4.75f);
        assertThat(value("loan-early-bird", "2024-07-01", "days_late_trend")).isPositive();
        assertThat(value("loan-early-bird", "2024-07-01", "item_amount_growth")).isEqualTo(3);
        assertThat(value("loan-early-bird", "2024-07-01", "due_next_30d_amount"))
                .isEqualTo(300);
    }

    private static float value(String account, String asOf, String feature) {
        AccountHistory history = Golden.histories().stream()
                .filter(candidate -> candidate.id().value().equals(account))
                .findFirst()
                .orElseThrow();
        int index = BUILDER.schema().findIndex(feature).orElseThrow();
        return BUILDER.build(history.knownAtStartOf(Days.of(LocalDate.parse(asOf))))
                .get(index);
    }
}
