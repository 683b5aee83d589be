package io.arrears.pipeline.training;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Direction;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Promise;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.AttemptRow;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.EventOutcome;
import io.arrears.model.training.Horizons;
import io.arrears.pipeline.book.FeatureFold;
import io.arrears.pipeline.history.AccountFold;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Training rows of what is about single events: attempts (did they meet the right party), promises as of the morning
 * after (are they kept), and account-days left alone (do they cure). Each with what was known then and what came of it.
 */
final class EventFold implements AccountFold {
    static final String TARGET = "target";

    private static final long serialVersionUID = 1L;
    private static final int KEYS = 6;
    private static final List<Target> TARGETS = List.of(Target.REACH, Target.KEPT, Target.SELFCURE);

    private final AttributeCatalogue attributes;
    private final Horizons horizons;
    private final Span span;
    private final double eventShare;
    private transient @Nullable FeatureBuilder builder;

    /**
     * When.
     *
     * @param schedule account-days of accounts without any logged decision
     * @param firstDay earlier events are left out
     * @param observedThroughDay last day whose outcomes are known
     */
    record Span(List<Integer> schedule, int firstDay, int observedThroughDay) implements java.io.Serializable {
        Span {
            schedule = new ArrayList<>(schedule);
        }
    }

    EventFold(AttributeCatalogue attributes, Horizons horizons, Span span, double eventShare) {
        this.attributes = attributes;
        this.horizons = horizons;
        this.span = span;
        this.eventShare = eventShare;
    }

    StructType schema() {
        StructType schema = new StructType()
                .add(TARGET, DataTypes.StringType)
                .add("account_id", DataTypes.StringType)
                .add("as_of", DataTypes.IntegerType)
                .add("receivable_type", DataTypes.StringType)
                .add("segment", DataTypes.StringType)
                .add("event_id", DataTypes.StringType);
        FeatureSchema features = AttemptRow.schema(FeatureBuilder.of(attributes).schema());
        for (String name : features.names()) {
            schema = schema.add(name, DataTypes.FloatType);
        }
        for (Target target : TARGETS) {
            schema = schema.add(target.code(), DataTypes.DoubleType);
        }
        return schema.add("weight", DataTypes.DoubleType).add("through_day", DataTypes.IntegerType);
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        List<Row> rows = new ArrayList<>();
        new OneAccount(history, rows).fold();
        return rows.iterator();
    }

    private FeatureBuilder builder() {
        if (builder == null) {
            builder = FeatureBuilder.of(attributes);
        }
        return builder;
    }

    /** Folds one account day by day, so that events of a day share its vector. */
    private final class OneAccount {
        private final AccountHistory history;
        private final KnownHistory now;
        private final List<Row> rows;
        private final DecisionShare share;

        OneAccount(AccountHistory history, List<Row> rows) {
            this.history = history;
            this.now = history.knownAtStartOf(span.observedThroughDay() + 1);
            this.rows = rows;
            this.share = DecisionShare.of(now).atMost(eventShare);
        }

        void fold() {
            SortedSet<Integer> alone = daysLeftAlone();
            SortedSet<Integer> days = new TreeSet<>(alone);
            now.contacts().stream()
                    .filter(Contact::isOutboundAttempt)
                    .filter(share::takes)
                    .forEach(contact -> days.add(contact.decidedDay()));
            now.promises().stream().filter(this::takes).forEach(promise -> days.add(promise.madeDay() + 1));
            Iterator<KnownHistory> walk = history.walk(days.tailSet(span.firstDay()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
            while (walk.hasNext()) {
                KnownHistory then = walk.next();
                if (then.isOpen()) {
                    new OneDay(then).fold(alone.contains(then.asOfDay()));
                }
            }
        }

        /** Those of logged decisions to leave alone; without any logged decision, the scheduled ones. */
        private SortedSet<Integer> daysLeftAlone() {
            List<Contact> decided = now.contacts().stream()
                    .filter(contact -> contact.direction() == Direction.OUTBOUND)
                    .toList();
            if (decided.isEmpty()) {
                boolean taken = TrainingFold.isTaken(history.id().value(), share.share());
                return taken ? new TreeSet<>(span.schedule()) : new TreeSet<>();
            }
            SortedSet<Integer> days = new TreeSet<>();
            decided.stream()
                    .filter(contact -> contact.arm().isNone())
                    .filter(share::takes)
                    .forEach(contact -> days.add(contact.decidedDay()));
            return days;
        }

        private boolean takes(Promise promise) {
            return TrainingFold.isTaken(promise.id(), share.share());
        }

        private final class OneDay {
            private final KnownHistory then;
            private @Nullable FeatureVector vector;

            OneDay(KnownHistory then) {
                this.then = then;
            }

            void fold(boolean leftAlone) {
                for (Contact contact : now.contacts()) {
                    if (contact.decidedDay() == then.asOfDay() && share.takes(contact)) {
                        EventOutcome.ofAttempt(contact, span.observedThroughDay(), horizons.days(Target.REACH))
                                .ifPresent(outcome -> add(Target.REACH, contact.id(), outcome, columns(contact)));
                    }
                }
                for (Promise promise : then.promises()) {
                    if (promise.madeDay() == then.asOfDay() - 1 && takes(promise)) {
                        EventOutcome.ofPromise(promise, then, now, horizons.days(Target.KEPT))
                                .ifPresent(outcome -> add(Target.KEPT, promise.id(), outcome, null));
                    }
                }
                if (leftAlone) {
                    EventOutcome.ofAccountLeftAlone(then, now, horizons.days(Target.SELFCURE))
                            .ifPresent(outcome -> add(Target.SELFCURE, "", outcome, null));
                }
            }

            private float[] columns(Contact contact) {
                return AttemptRow.columns(contact.arm().channel(), contact.arm().window());
            }

            private void add(Target target, String eventId, EventOutcome outcome, float @Nullable [] attempt) {
                if (vector == null) {
                    vector = builder().build(then);
                }
                Account account = then.getAccount();
                int width = vector.size() + AttemptRow.WIDTH;
                @Nullable Object[] values = new @Nullable Object[KEYS + width + TARGETS.size() + 2];
                values[0] = target.code();
                values[1] = then.id().value();
                values[2] = then.asOfDay();
                values[3] = account.type().code();
                values[4] = account.profile().segment();
                values[5] = eventId;
                FeatureFold.put(vector, values, KEYS);
                for (int i = 0; attempt != null && i < attempt.length; i++) {
                    values[KEYS + vector.size() + i] = attempt[i];
                }
                int at = KEYS + width;
                values[at + TARGETS.indexOf(target)] = outcome.happened() ? 1.0 : 0.0;
                values[at + TARGETS.size()] = outcome.weight();
                values[at + TARGETS.size() + 1] = outcome.throughDay();
                rows.add(RowFactory.create(values));
            }
        }
    }
}
