package io.arrears.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.contact.CaseText;
import io.arrears.model.scoring.Scores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpressionTest {
    private static final Situation SITUATION = Situation.of(SituationSource.of(
            CaseText.known("2026-03-10T00:00:00Z", """
                    account consumer_loan EUR first_party US-MA Europe/Berlin;Europe/Rome
                    invoice 2026-01-10 500.00
                    contact 2026-03-05T09:00:00Z call no_answer
                    promise 2026-03-12 100.00
                    flag 2026-03-01 vulnerable
                    """), new Scores("m", 0.25, 10_000, Double.NaN, List.of())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history.daysPastDue == 59",
                "history.cyclesPastDue == 2",
                "history.cyclesPastDue >= 1.5",
                "history.pastDueAmount >= 500",
                "history.openBalance == 500.0",
                "history.promisePending && !history.openDispute",
                "history.contactsLast7Days == 1",
                "account.vulnerable && !account.deceased",
                "account.receivable_type in ['consumer_loan', 'utility']",
                "account.jurisdiction.startsWith('US-')",
                "account.segment == null",
                "account.credit_limit == null",
                "account.opened_on < '2026-01-01'",
                "account.x_region == 'north'",
                "account.x_income > 1000",
                "account.x_absent == null",
                "scores.payProbability30d < 0.3",
                "scores.expectedCash30d == 100.0",
                "scores.rollProbability == null || scores.rollProbability < 0.5"
            })
    void holds(String source) {
        assertThat(Expression.compile(source).findFailure(SITUATION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account.x_absent > 3",
                "scores.rollProbability > 0.5",
                "history.daysPastDue > 90",
                "1 / 0 == 1",
                "history.cyclesPastDue % (history.cyclesPastDue - history.cyclesPastDue) == 0"
            })
    void whatCannotBeEvaluatedDoesNotHold(String source) {
        assertThat(Expression.compile(source).holds(SITUATION)).isFalse();
    }

    /** A pattern that makes a backtracking engine try for ever is matched in linear time. */
    @Test
    @Timeout(5)
    void aPatternCannotHangTheBook() {
        String text = "a".repeat(5_000) + "!";
        assertThat(Expression.compile("'%s'.matches('^(a+)+$')".formatted(text)).holds(SITUATION))
                .isFalse();
    }

    @Test
    @Timeout(30)
    void aVeryLongOrDeepExpressionIsReadOrRefused() {
        String wide = "history.daysPastDue > 3" + " && history.daysPastDue > 3".repeat(2_000);
        assertThat(Expression.compile(wide).holds(SITUATION)).isTrue();
        String deep = "(".repeat(5_000) + "true" + ")".repeat(5_000);
        assertThatThrownBy(() -> Expression.compile(deep)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Expression.compile(wide.repeat(10))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheFieldThatWasMeant() {
        assertThatThrownBy(() -> Expression.compile("history.daysPastdue > 3"))
                .hasMessageContaining("history.daysPastDue");
        assertThatThrownBy(() -> Expression.compile("account.balance > 3")).hasMessageContaining("history.openBalance");
        assertThatThrownBy(() -> Expression.compile("account.vulnerable > 3")).hasMessageContaining("overload");
    }

    @Test
    void aSituationSurvivesItsRecord() {
        assertThat(Situation.restore(SITUATION.values())).isEqualTo(SITUATION);
    }

    @Test
    void everyFieldIsDocumented() {
        assertThat(SituationFields.ALL)
                .allSatisfy(field -> assertThat(field.meaning()).isNotBlank());
        assertThat(SITUATION.values()).containsKeys("account.account_id", "account.sold", "account.x_region");
    }
}
