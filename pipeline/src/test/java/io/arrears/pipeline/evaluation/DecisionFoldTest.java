package io.arrears.pipeline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Party;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.Strategy;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.pipeline.book.AssessorParts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Logged decisions beside what a strategy would have done, with the real assessor on one account. */
final class DecisionFoldTest {
    private static final int DAY = Days.of(LocalDate.of(2026, 3, 2));
    private static final Arm EMAIL = new Arm("reminder", Channel.EMAIL, ContactWindow.ANY);
    private static final Arm VISIT = new Arm("reminder", Channel.VISIT, ContactWindow.ANY);

    /** Contact is believed to help, so that the e-mail is the favourite; a tenth of the accounts is held out. */
    private static final Strategy STRATEGY = Strategy.parse("""
            strategy: test
            currency: EUR
            exchange_rates: {USD: 0.5}
            arms:
              - {action: reminder, channel: email, window: any, cost: 0.10, assumed_effect: 1.0}
            rule_packs: [house-default]
            exploration: {holdout_share: 0.10, floor: 0.05}
            """);

    private static List<Row> rows(String currency, Contact... contacts) {
        List<Fact> facts = new ArrayList<>(List.of(contacts));
        AccountProfile profile =
                new AccountProfile(Party.FIRST_PARTY, "DE", List.of(ZoneId.of("Europe/Berlin")), null, null, null);
        facts.add(new Account(
                new AccountId("a-1"),
                "d-1",
                ReceivableType.UTILITY,
                Currency.getInstance(currency),
                DAY - 300,
                profile,
                Map.of(),
                Days.endMicros(DAY - 300)));
        facts.add(new Invoice("i-1", DAY - 60, DAY - 40, 50_000, InvoiceKind.INVOICE, Days.endMicros(DAY - 60)));
        facts.add(payment("p-1", DAY + 29, 20_000));
        facts.add(payment("p-2", DAY + 30, 5_000));
        DecisionFold fold = new DecisionFold(parts(), Prices.free(STRATEGY), new DecisionFold.Span(DAY - 10, DAY + 40));
        List<Row> rows = new ArrayList<>();
        fold.apply(AccountHistory.of(new AccountId("a-1"), facts)).forEachRemaining(rows::add);
        return rows;
    }

    private static Payment payment(String id, int day, long minor) {
        return new Payment(id, day, minor, PaymentKind.PAYMENT, null, null, null, Days.endMicros(day));
    }

    private static Contact contact(int day, Arm arm, Direction direction, @Nullable Double propensity) {
        return new Contact(
                "c-" + day + arm.channel(),
                day,
                arm.isNone() ? null : Days.startMicros(day) + 36_000_000_000L,
                arm,
                direction,
                ContactResult.NOT_RECORDED,
                new ContactTerms(arm.isNone() ? null : 40L, null, propensity),
                Days.endMicros(day));
    }

    private static AssessorParts parts() {
        FeatureBuilder features = FeatureBuilder.of(AttributeCatalogue.EMPTY);
        TargetModel constant = new TargetModel(Target.PAY30, FlatEnsemble.constant(0), new Calibration.Identity());
        return new AssessorParts(
                AttributeCatalogue.EMPTY,
                new Scorer("20260301-aaaaaa", features.schema(), List.of(constant)),
                ResponseModel.unlearned(ResponsePriors.standard()),
                STRATEGY,
                RulePacks.inForce(STRATEGY.rulePacks()));
    }

    private static Row only(List<Row> rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** Rows made by a fold have no schema of their own: columns by their place in {@link DecisionFold#SCHEMA}. */
    private static Object value(Row row, String column) {
        return row.get(DecisionFold.SCHEMA.fieldIndex(column));
    }

    @Test
    void theRewardIsTheCashOfThirtyDaysLessTheRecordedCost() {
        Row row = only(rows("EUR", contact(DAY, EMAIL, Direction.OUTBOUND, 0.3)));

        assertThat(value(row, "skipped")).isNull();
        assertThat(value(row, "reward")).isEqualTo(20_000.0 - 40);
        assertThat(value(row, "propensity")).isEqualTo(0.3);
        assertThat(value(row, "none")).isEqualTo(false);
    }

    @Test
    void foreignCashIsWorthItsExchangeRate() {
        Row row = only(rows("USD", contact(DAY, EMAIL, Direction.OUTBOUND, 0.3)));

        assertThat(value(row, "reward")).isEqualTo((20_000.0 - 40) / 2);
    }

    @Test
    void anUnknownExchangeRateIsToldAndSkipped() {
        Row row = only(rows("JPY", contact(DAY, EMAIL, Direction.OUTBOUND, 0.3)));

        assertThat(value(row, "skipped")).isEqualTo("no exchange rate for JPY");
    }

    @Test
    void propensitiesOfTheStrategyCountHoldoutAndFloor() {
        double email = (double) value(only(rows("EUR", contact(DAY, EMAIL, Direction.OUTBOUND, 0.3))), "probability");
        double none = (double) value(only(rows("EUR", contact(DAY, Arm.NONE, Direction.OUTBOUND, 0.3))), "probability");

        assertThat(email).isCloseTo(0.9 * 0.95, within(1e-12));
        assertThat(email + none).isCloseTo(1, within(1e-12));
    }

    @Test
    void anArmTheStrategyDoesNotHaveIsNeverChosen() {
        Row row = only(rows("EUR", contact(DAY, VISIT, Direction.OUTBOUND, 0.3)));

        assertThat(value(row, "probability")).isEqualTo(0.0);
    }

    @Test
    void whatTheStrategyExpectsIsTheMixOfItsArms() {
        Row email = only(rows("EUR", contact(DAY, EMAIL, Direction.OUTBOUND, 0.3)));
        double p = (double) value(email, "probability");
        double expected = p * (double) value(email, "expected") + (1 - p) * (double) value(email, "expected_of_none");

        assertThat((double) value(email, "expected_of_strategy")).isCloseTo(expected, within(1e-9));
        assertThat((double) value(email, "expected")).isGreaterThan((double) value(email, "expected_of_none"));
    }

    @Test
    void inboundUnripeAndEarlyDecisionsAreLeftOut() {
        assertThat(rows(
                        "EUR",
                        contact(DAY, EMAIL, Direction.INBOUND, null),
                        contact(DAY + 12, EMAIL, Direction.OUTBOUND, 0.3),
                        contact(DAY - 11, EMAIL, Direction.OUTBOUND, 0.3)))
                .isEmpty();
    }

    @Test
    void theLastRipeDecisionCounts() {
        assertThat(rows("EUR", contact(DAY + 11, EMAIL, Direction.OUTBOUND, null)))
                .hasSize(1);
    }
}
