package io.arrears.pipeline.training;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.training.Outcomes;
import io.arrears.pipeline.book.FeatureFold;
import io.arrears.pipeline.history.AccountFold;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Point-in-time training rows: for each day on which an account was open, what was known then and what happened
 * afterwards. A random, fixed share of the accounts may be taken.
 */
public final class TrainingFold implements AccountFold {
    private static final long serialVersionUID = 1L;
    private static final int KEYS = 4;

    private final AttributeCatalogue attributes;
    private final List<String> auditColumns;
    private final int[] days;
    private final int observedThroughDay;
    private final double accountShare;
    private transient @Nullable FeatureBuilder builder;

    /**
     * @param auditColumns names of the {@code audit_} attributes to carry along
     * @param observedThroughDay last day whose outcomes are known
     * @param accountShare share of accounts taken, in (0, 1]
     */
    public TrainingFold(
            AttributeCatalogue attributes,
            List<String> auditColumns,
            List<Integer> days,
            int observedThroughDay,
            double accountShare) {
        this.attributes = attributes;
        this.auditColumns = List.copyOf(auditColumns);
        this.days =
                days.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        this.observedThroughDay = observedThroughDay;
        this.accountShare = accountShare;
    }

    /** The columns of a row. */
    public StructType schema() {
        StructType schema = new StructType()
                .add("account_id", DataTypes.StringType)
                .add("as_of", DataTypes.IntegerType)
                .add("receivable_type", DataTypes.StringType)
                .add("segment", DataTypes.StringType);
        schema = FeatureFold.withFeatures(schema, attributes)
                .add("pay30", DataTypes.DoubleType)
                .add("cash30", DataTypes.DoubleType)
                .add("roll90", DataTypes.DoubleType);
        for (String column : auditColumns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        return schema;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        if (!isTaken(history.id().value(), accountShare)) {
            return List.<Row>of().iterator();
        }
        List<Row> rows = new ArrayList<>();
        Iterator<KnownHistory> walk = history.walk(days);
        while (walk.hasNext()) {
            KnownHistory known = walk.next();
            if (known.isOpen()) {
                rows.add(row(history, known));
            }
        }
        return rows.iterator();
    }

    /** Whether an account is in the share: by its id alone, so that every run takes the same. */
    static boolean isTaken(String accountId, double share) {
        CRC32 crc = new CRC32();
        crc.update(accountId.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() < share * 0x1.0p32;
    }

    private Row row(AccountHistory history, KnownHistory known) {
        FeatureVector vector = builder().build(known);
        Account account = known.getAccount();
        Outcomes outcomes = Outcomes.of(history, known.asOfDay(), observedThroughDay);
        @Nullable Object[] values = new @Nullable Object[KEYS + vector.size() + 3 + auditColumns.size()];
        values[0] = known.id().value();
        values[1] = known.asOfDay();
        values[2] = account.type().code();
        values[3] = account.profile().segment();
        FeatureFold.put(vector, values, KEYS);
        int at = KEYS + vector.size();
        values[at++] = outcomes.pay().isPresent() ? (double) outcomes.pay().getAsInt() : null;
        values[at++] = outcomes.cashMinor().isPresent()
                ? Money.decimal(outcomes.cashMinor().getAsLong(), account.currency())
                        .doubleValue()
                : null;
        values[at++] = outcomes.roll().isPresent() ? (double) outcomes.roll().getAsInt() : null;
        for (String column : auditColumns) {
            values[at++] = account.attributes().get(column);
        }
        return RowFactory.create(values);
    }

    private FeatureBuilder builder() {
        if (builder == null) {
            builder = FeatureBuilder.of(attributes);
        }
        return builder;
    }
}
