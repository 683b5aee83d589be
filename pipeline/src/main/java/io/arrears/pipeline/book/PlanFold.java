package io.arrears.pipeline.book;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Arm;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.assessment.Assessment;
import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Decider;
import io.arrears.model.contact.Slot;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Standing;
import io.arrears.pipeline.history.AccountFold;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Puts the allocation into words: the same decider that answers online, at the plan's prices, told the arm where the plan
 * gave the account another than chance and prices do.
 */
final class PlanFold implements AccountFold {
    private static final long serialVersionUID = 1L;

    static final StructType SCHEMA =
            StructType.fromDDL("account_id STRING, action STRING, channel STRING, contact_window STRING, decimals INT, "
                    + "net_value_minor DOUBLE, price_paid_minor DOUBLE, propensity DOUBLE, not_before TIMESTAMP, "
                    + "not_after TIMESTAMP, hold_reason STRING, runner_up STRING, runner_up_gap_minor DOUBLE");

    /** What the allocation said: prices per capacity, and the arms of accounts that these don't settle. */
    record Given(List<Double> prices, HashMap<String, Integer> exceptions) implements Serializable {}

    private final AssessorParts parts;
    private final Broadcast<DebtorBook> debtors;
    private final Given given;
    private final int asOfDay;
    private transient @Nullable Assessor assessor;
    private transient @Nullable Decider decider;

    PlanFold(AssessorParts parts, Broadcast<DebtorBook> debtors, Given given, int asOfDay) {
        this.parts = parts;
        this.debtors = debtors;
        this.given = given;
        this.asOfDay = asOfDay;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        KnownHistory known = history.knownAtStartOf(asOfDay);
        return known.isOpen() ? Collections.singleton(row(known)).iterator() : Collections.emptyIterator();
    }

    private Row row(KnownHistory known) {
        if (assessor == null || decider == null) {
            assessor = parts.assessorWithoutReasons();
            decider = new Decider(parts.strategy());
        }
        Assessment assessment =
                assessor.assess(known, debtors.value().others(known.id().value()));
        Prices prices = new Prices(given.prices());
        Draws draws = decider.draws(assessment);
        Integer exception = given.exceptions().get(known.id().value());
        Decision decision = exception == null
                ? decider.choose(assessment, prices, draws)
                : decider.choosePlanned(assessment, prices, draws, exception);
        Slot slot = decision instanceof Decision.Contact contact ? contact.slot() : null;
        Standing standing = decision.standing();
        Arm runnerUp = standing.runnerUp();
        return RowFactory.create(
                known.id().value(),
                decision.arm().action(),
                decision.arm().channel().code(),
                decision.arm().window().code(),
                Money.decimals(parts.strategy().currency()),
                ScoreFold.orNull(standing.netValueMinor()),
                standing.pricePaidMinor(),
                standing.propensity(),
                slot == null ? null : slot.notBefore(),
                slot == null ? null : slot.notAfter(),
                holdReason(decision),
                runnerUp == null ? null : runnerUp.toString(),
                runnerUp == null ? null : ScoreFold.orNull(standing.runnerUpGapMinor()));
    }

    private static @Nullable String holdReason(Decision decision) {
        return decision instanceof Decision.Hold hold
                ? hold.reason().code() + (hold.detail().isEmpty() ? "" : ": " + hold.detail())
                : null;
    }
}
