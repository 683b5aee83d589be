package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Direction;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.training.OutcomeWindow;
import io.arrears.model.training.Outcomes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Every logged decision whose outcome is known, with all features known before it. */
final class LogFold implements TableFold {
    private static final long serialVersionUID = 1L;

    private static final OutcomeWindow WINDOW = new OutcomeWindow(30, 1_000_000);

    private final AttributeCatalogue attributes;
    private final int asOfDay;
    private transient @Nullable FeatureBuilder builder;

    LogFold(AttributeCatalogue attributes, int asOfDay) {
        this.attributes = attributes;
        this.asOfDay = asOfDay;
    }

    @Override
    public StructType schema() {
        return StructType.fromDDL("account_id STRING, action STRING, channel STRING, contact_window STRING, "
                + "propensity DOUBLE, paid INT, features BINARY");
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        List<Contact> decisions = history.knownAtStartOf(asOfDay).contacts().stream()
                .filter(contact -> contact.direction() == Direction.OUTBOUND)
                .sorted(Comparator.comparingInt(Contact::decidedDay))
                .toList();
        Iterator<KnownHistory> walk = history.walk(
                decisions.stream().mapToInt(Contact::decidedDay).distinct().toArray());
        List<Row> rows = new ArrayList<>();
        KnownHistory before = null;
        for (Contact decision : decisions) {
            if (before == null || before.asOfDay() < decision.decidedDay()) {
                before = walk.next();
            }
            OptionalInt paid = Outcomes.of(history, decision.decidedDay(), asOfDay - 1, WINDOW)
                    .pay();
            if (before.isOpen() && paid.isPresent()) {
                rows.add(row(before, decision, paid.getAsInt()));
            }
        }
        return rows.iterator();
    }

    private Row row(KnownHistory before, Contact decision, int paid) {
        if (builder == null) {
            builder = FeatureBuilder.of(attributes);
        }
        return RowFactory.create(
                before.id().value(),
                decision.arm().action(),
                decision.arm().channel().code(),
                decision.arm().window().code(),
                decision.terms().propensity(),
                paid,
                TableFold.bytes(builder.build(before)));
    }
}
