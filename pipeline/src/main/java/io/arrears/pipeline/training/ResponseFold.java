package io.arrears.pipeline.training;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Direction;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.decision.Reach;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Scores;
import io.arrears.model.training.Outcomes;
import io.arrears.pipeline.history.AccountFold;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Logged decisions with what was known before each and what came of it: every outbound decision, leaving alone
 * included, whose outcome window is over. A fixed share of the accounts may be taken.
 */
final class ResponseFold implements AccountFold {
    private static final long serialVersionUID = 1L;

    static final StructType SCHEMA = StructType.fromDDL(
            "account_id STRING, contact_id STRING, base_probability DOUBLE, days_past_due INT, receivable_type STRING, "
                    + "promises_kept INT, promises_broken INT, "
                    + "reach ARRAY<STRUCT<channel: STRING, window: STRING, attempts: INT, right_party: INT>>, "
                    + "action STRING, channel STRING, contact_window STRING, propensity DOUBLE, paid BOOLEAN, "
                    + "cash_ratio DOUBLE, right_party BOOLEAN, complaint BOOLEAN");

    private final AttributeCatalogue attributes;
    private final Scorer scorer;
    private final int firstDay;
    private final int observedThroughDay;
    private final double accountShare;
    private transient @Nullable FeatureBuilder builder;

    /**
     * @param firstDay decisions before it are left out
     * @param observedThroughDay last day whose facts are all known
     */
    ResponseFold(
            AttributeCatalogue attributes, Scorer scorer, int firstDay, int observedThroughDay, double accountShare) {
        this.attributes = attributes;
        this.scorer = scorer;
        this.firstDay = firstDay;
        this.observedThroughDay = observedThroughDay;
        this.accountShare = accountShare;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        KnownHistory now = history.knownAtStartOf(observedThroughDay + 1);
        DecisionShare share = DecisionShare.of(now).atMost(accountShare);
        return now.contacts().stream()
                .filter(share::takes)
                .filter(contact -> contact.direction() == Direction.OUTBOUND && contact.decidedDay() >= firstDay)
                .map(contact -> row(history, contact))
                .filter(row -> row != null)
                .iterator();
    }

    private @Nullable Row row(AccountHistory history, Contact contact) {
        KnownHistory before = history.knownAtStartOf(contact.decidedDay());
        Outcomes outcomes = Outcomes.of(history, contact.decidedDay(), observedThroughDay);
        if (!before.isOpen() || outcomes.pay().isEmpty()) {
            return null;
        }
        if (builder == null) {
            builder = FeatureBuilder.of(attributes);
        }
        Scores scores = scorer.score(builder.build(before), before.getAccount().currency());
        ResponseContext context = ResponseContext.of(before, scores.payProbability30d());
        boolean recorded = contact.result().outcome() != null && !contact.arm().isNone();
        return RowFactory.create(
                history.id().value(),
                contact.id(),
                context.basePayProbability(),
                context.daysPastDue(),
                context.type().code(),
                context.promisesKept(),
                context.promisesBroken(),
                context.reach().stream().map(ResponseFold::reach).toArray(),
                contact.arm().action(),
                contact.arm().channel().code(),
                contact.arm().window().code(),
                contact.terms().propensity(),
                outcomes.pay().getAsInt() == 1,
                cashRatio(scores, outcomes.cashMinor().orElse(0)),
                recorded ? contact.result().rightParty() : null,
                recorded ? contact.result().complaint() : null);
    }

    private static Row reach(Reach reach) {
        return RowFactory.create(reach.channel().code(), reach.window().code(), reach.attempts(), reach.rightParty());
    }

    /** Cash received over what the scores expect of a payment; null when nothing came or nothing was expected. */
    private static @Nullable Double cashRatio(Scores scores, long cashMinor) {
        double expected =
                scores.payProbability30d() > 0 ? scores.expectedCash30dMinor() / scores.payProbability30d() : 0;
        return cashMinor > 0 && expected > 0 ? cashMinor / expected : null;
    }
}
