package io.arrears.pipeline.book;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureVector;
import io.arrears.pipeline.history.AccountFold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The vectors of each account on the days on which it was known. */
public final class FeatureFold implements AccountFold {
    private static final long serialVersionUID = 1L;
    private static final int KEYS = 2;

    private final AttributeCatalogue attributes;
    private final List<String> names;
    private final int[] days;
    private transient @Nullable FeatureBuilder builder;

    /** All features as of one day. */
    public FeatureFold(AttributeCatalogue attributes, int asOfDay) {
        this(attributes, FeatureBuilder.of(attributes).schema().names(), asOfDay);
    }

    /**
     * @param names the features to compute
     * @param asOfDays ascending
     */
    public FeatureFold(AttributeCatalogue attributes, Collection<String> names, int... asOfDays) {
        this.attributes = attributes;
        this.names = List.copyOf(names);
        this.days = asOfDays.clone();
    }

    /** {@code account_id, as_of}, then one float per feature, null where missing. */
    public StructType schema() {
        return schema(builder());
    }

    /** {@code account_id, as_of}, then one float per feature, null where missing. */
    public static StructType schema(AttributeCatalogue attributes) {
        return schema(FeatureBuilder.of(attributes));
    }

    private static StructType schema(FeatureBuilder builder) {
        StructType keys =
                new StructType().add("account_id", DataTypes.StringType).add("as_of", DataTypes.DateType);
        return withFeatures(keys, builder);
    }

    /** A schema with one float column per feature appended. */
    public static StructType withFeatures(StructType schema, AttributeCatalogue attributes) {
        return withFeatures(schema, FeatureBuilder.of(attributes));
    }

    private static StructType withFeatures(StructType schema, FeatureBuilder builder) {
        StructType wide = schema;
        for (String name : builder.schema().names()) {
            wide = wide.add(name, DataTypes.FloatType);
        }
        return wide;
    }

    /** Writes a vector into a row's values, null where missing. */
    public static void put(FeatureVector vector, @Nullable Object[] values, int at) {
        for (int i = 0; i < vector.size(); i++) {
            values[at + i] = vector.isMissing(i) ? null : vector.get(i);
        }
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        Iterator<KnownHistory> walk = history.walk(days);
        List<Row> rows = new ArrayList<>(days.length);
        while (walk.hasNext()) {
            KnownHistory known = walk.next();
            if (known.findAccount().isPresent()) {
                rows.add(row(known));
            }
        }
        return rows.iterator();
    }

    private Row row(KnownHistory known) {
        FeatureVector vector = builder().build(known);
        @Nullable Object[] values = new @Nullable Object[KEYS + vector.size()];
        values[0] = known.id().value();
        values[1] = Days.date(known.asOfDay());
        put(vector, values, KEYS);
        return RowFactory.create(values);
    }

    private FeatureBuilder builder() {
        if (builder == null) {
            builder = FeatureBuilder.of(attributes).only(names);
        }
        return builder;
    }
}
