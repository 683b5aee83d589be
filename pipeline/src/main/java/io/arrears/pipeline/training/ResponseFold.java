package io.arrears.pipeline.training;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Direction;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.assessment.TraitReader;
import io.arrears.model.decision.Reach;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.ScoringGroup;
import io.arrears.model.training.OutcomeWindow;
import io.arrears.model.training.Outcomes;
import io.arrears.pipeline.history.AccountFold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
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
                    + "cash_ratio DOUBLE, right_party BOOLEAN, complaint BOOLEAN, traits ARRAY<DOUBLE>");

    /** Nobody asks for the roll: its window is never over. */
    private static final OutcomeWindow WINDOW = new OutcomeWindow(OutcomeWindow.STANDARD.payDays(), 1_000_000);

    private final AttributeCatalogue attributes;
    private final Scorer scorer;
    private final int firstDay;
    private final int observedThroughDay;
    private final double accountShare;
    private transient @Nullable FeatureBuilder builder;
    private transient @Nullable TraitReader traits;

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
        List<Contact> decisions = now.contacts().stream()
                .filter(share::takes)
                .filter(contact -> contact.direction() == Direction.OUTBOUND && contact.decidedDay() >= firstDay)
                .sorted(Comparator.comparingInt(Contact::decidedDay))
                .toList();
        Iterator<KnownHistory> walk = history.walk(
                decisions.stream().mapToInt(Contact::decidedDay).distinct().toArray());
        List<Row> rows = new ArrayList<>(decisions.size());
        KnownHistory before = null;
        for (Contact decision : decisions) {
            if (before == null || before.asOfDay() < decision.decidedDay()) {
                before = walk.next();
            }
            Outcomes outcomes = Outcomes.of(history, decision.decidedDay(), observedThroughDay, WINDOW);
            if (before.isOpen() && outcomes.pay().isPresent()) {
                rows.add(row(before, decision, outcomes));
            }
        }
        return rows.iterator();
    }

    private Row row(KnownHistory before, Contact contact, Outcomes outcomes) {
        if (builder == null || traits == null) {
            builder = FeatureBuilder.of(attributes);
            traits = new TraitReader(builder.schema());
        }
        FeatureVector vector = builder.build(before);
        ScoringGroup group = ScoringGroup.of(before.getAccount());
        ResponseContext context = ResponseContext.of(before, scorer.payProbability(vector, group), traits.read(vector));
        boolean recorded = contact.result().outcome() != null && !contact.arm().isNone();
        return RowFactory.create(
                before.id().value(),
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
                cashRatio(
                        scorer.cashPerPaymentMinor(vector, group),
                        outcomes.cashMinor().orElse(0)),
                recorded ? contact.result().rightParty() : null,
                recorded ? contact.result().complaint() : null,
                context.traits().toArray());
    }

    private static Row reach(Reach reach) {
        return RowFactory.create(reach.channel().code(), reach.window().code(), reach.attempts(), reach.rightParty());
    }

    /** Cash received over what the scores expect of a payment; null when nothing came or nothing was expected. */
    private static @Nullable Double cashRatio(double expectedMinor, long cashMinor) {
        return cashMinor > 0 && expectedMinor > 0 ? cashMinor / expectedMinor : null;
    }
}
