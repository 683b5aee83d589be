package io.arrears.pipeline.book;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.assessment.ArmOption;
import io.arrears.model.assessment.Assessment;
import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Decider;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.history.AccountFold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Values every arm for each account that is open on a day: one row per account and arm. */
final class ValueFold implements AccountFold {
    private static final long serialVersionUID = 1L;

    /**
     * {@code arm} is the arm's index in the strategy, 0 = none; {@code merit_minor} what the allocation maximises;
     * {@code levers} those that move it and {@code members} the capacities that count the account's contacts, bit by bit;
     * {@code drawn} the arm that chance chose, null where the plan may choose.
     */
    static final StructType SCHEMA = StructType.fromDDL(
            "account_id STRING, arm INT, action STRING, channel STRING, contact_window STRING, decimals INT, "
                    + "legal BOOLEAN, blocked_by STRING, p_reach DOUBLE, p_pay_30d DOUBLE, "
                    + "expected_cash_30d_minor DOUBLE, cost_minor DOUBLE, net_value_minor DOUBLE, assumed BOOLEAN, "
                    + "merit_minor DOUBLE, levers BIGINT, members BIGINT, past_due BOOLEAN, drawn INT");

    private final AssessorParts parts;
    private final Broadcast<DebtorBook> debtors;
    private final int asOfDay;
    private transient @Nullable Assessor assessor;
    private transient @Nullable Decider decider;

    ValueFold(AssessorParts parts, Broadcast<DebtorBook> debtors, int asOfDay) {
        this.parts = parts;
        this.debtors = debtors;
        this.asOfDay = asOfDay;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        KnownHistory known = history.knownAtStartOf(asOfDay);
        if (!known.isOpen()) {
            return Collections.emptyIterator();
        }
        if (assessor == null || decider == null) {
            assessor = parts.assessorWithoutReasons();
            decider = new Decider(parts.strategy());
        }
        Assessment assessment =
                assessor.assess(known, debtors.value().others(known.id().value()));
        Integer drawn = decider.findDrawn(assessment, decider.draws(assessment)).stream()
                .boxed()
                .findFirst()
                .orElse(null);
        return rows(known, assessment, drawn).iterator();
    }

    private List<Row> rows(KnownHistory known, Assessment assessment, @Nullable Integer drawn) {
        int decimals = Money.decimals(parts.strategy().currency());
        boolean pastDue = known.daysPastDue() > 0;
        Strategy strategy = parts.strategy();
        long members = strategy.members(assessment.dossier().situation());
        long levers = strategy.leversOf(assessment.dossier().situation());
        List<Row> rows = new ArrayList<>(assessment.options().size());
        for (ArmOption option : assessment.options()) {
            ArmValue value = option.value();
            rows.add(RowFactory.create(
                    known.id().value(),
                    rows.size(),
                    value.arm().action(),
                    value.arm().channel().code(),
                    value.arm().window().code(),
                    decimals,
                    value.legal(),
                    value.blockedBy(),
                    ScoreFold.orNull(value.pReach()),
                    value.pPay30d(),
                    ScoreFold.orNull(value.expectedCash30dMinor()),
                    value.costMinor(),
                    ScoreFold.orNull(value.netValueMinor()),
                    value.assumed(),
                    value.legal() ? ScoreFold.orNull(option.meritMinor()) : null,
                    strategy.leversOn(strategy.arms().get(rows.size()), levers),
                    members,
                    pastDue,
                    drawn));
        }
        return rows;
    }
}
