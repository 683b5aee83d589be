package io.arrears.pipeline.evaluation;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Direction;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.assessment.Assessment;
import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Decider;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Strategy;
import io.arrears.model.decision.StrategyArm;
import io.arrears.pipeline.book.AssessorParts;
import io.arrears.pipeline.history.AccountFold;
import io.arrears.pipeline.training.DecisionShare;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Every logged decision whose outcome is known, beside what the strategy would have done at that moment: one row each.
 * Amounts are in minor units of the strategy's currency; a reward is the cash received within the horizon less the cost
 * of the contact.
 */
final class DecisionFold implements AccountFold {
    private static final long serialVersionUID = 1L;
    /** {@code skipped} says why a decision can't be judged; then the columns after it are empty. */
    static final StructType SCHEMA = StructType.fromDDL(
            "account_id STRING, contact_id STRING, decided_day INT, skipped STRING, none BOOLEAN, propensity DOUBLE, "
                    + "reward DOUBLE, expected DOUBLE, probability DOUBLE, expected_of_strategy DOUBLE, "
                    + "expected_of_none DOUBLE, receivable_type STRING, segment STRING, days_past_due INT");

    /**
     * Which decisions.
     *
     * @param firstDay decisions before it are left out
     * @param observedThroughDay last day whose facts are all known
     */
    record Span(int firstDay, int observedThroughDay) implements Serializable {}

    private final AssessorParts parts;
    private final List<Double> pricesMinor;
    private final Span span;
    private transient @Nullable Assessor assessor;
    private transient @Nullable Decider decider;

    DecisionFold(AssessorParts parts, Prices prices, Span span) {
        this.parts = parts;
        this.pricesMinor = prices.perUnit();
        this.span = span;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        KnownHistory now = history.knownAtStartOf(span.observedThroughDay() + 1);
        DecisionShare share = DecisionShare.of(now);
        return now.contacts().stream()
                .filter(share::takes)
                .filter(contact -> contact.direction() == Direction.OUTBOUND)
                .filter(contact -> contact.decidedDay() >= span.firstDay())
                .map(contact -> findRow(history, contact))
                .filter(Objects::nonNull)
                .iterator();
    }

    private @Nullable Row findRow(AccountHistory history, Contact contact) {
        OptionalLong cash =
                ReceivedCash.findMinor(history, contact.decidedDay(), span.observedThroughDay(), parts.strategy());
        if (cash.isEmpty()) {
            return null;
        }
        KnownHistory before = history.knownAtStartOf(contact.decidedDay());
        if (!before.isOpen()) {
            return skipped(history, contact, "account not open");
        }
        OptionalDouble rate = parts.strategy().findMinorRate(before.getAccount().currency());
        if (rate.isEmpty()) {
            return skipped(
                    history,
                    contact,
                    "no exchange rate for " + before.getAccount().currency());
        }
        double rewardMinor = cash.getAsLong() * rate.getAsDouble() - costMinor(contact, rate.getAsDouble());
        return row(before, contact, rewardMinor);
    }

    /** As recorded; else what the strategy says such a contact costs; else nothing. */
    private double costMinor(Contact contact, double rate) {
        Long recorded = contact.terms().costMinor();
        int arm = indexOf(contact.arm());
        return recorded != null
                ? recorded * rate
                : arm < 0 ? 0 : parts.strategy().arms().get(arm).costMinor();
    }

    private Row row(KnownHistory before, Contact contact, double rewardMinor) {
        if (assessor == null || decider == null) {
            assessor = parts.assessorWithoutReasons();
            decider = new Decider(parts.strategy());
        }
        Assessment assessment = assessor.assess(before);
        double[] probabilities = decider.propensities(assessment, new Prices(pricesMinor));
        double expected = 0;
        for (int arm = 0; arm < probabilities.length; arm++) {
            expected += probabilities[arm] == 0 ? 0 : probabilities[arm] * expectedMinor(assessment, arm);
        }
        int logged = indexOf(contact.arm());
        return RowFactory.create(
                before.id().value(),
                contact.id(),
                contact.decidedDay(),
                null,
                contact.arm().isNone(),
                contact.terms().propensity(),
                rewardMinor,
                logged < 0 ? 0.0 : expectedMinor(assessment, logged),
                logged < 0 ? 0.0 : probabilities[logged],
                expected,
                expectedMinor(assessment, 0),
                before.getAccount().type().code(),
                before.getAccount().profile().segment(),
                before.daysPastDue());
    }

    private static double expectedMinor(Assessment assessment, int arm) {
        ArmValue value = assessment.options().get(arm).value();
        return value.expectedCash30dMinor() - value.costMinor();
    }

    /** -1 when the strategy does not have the arm. */
    private int indexOf(Arm arm) {
        Strategy strategy = parts.strategy();
        return arm.isNone()
                ? 0
                : strategy.arms().stream().map(StrategyArm::arm).toList().indexOf(arm);
    }

    private static Row skipped(AccountHistory history, Contact contact, String why) {
        return RowFactory.create(
                history.id().value(),
                contact.id(),
                contact.decidedDay(),
                why,
                contact.arm().isNone(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
