package io.arrears.pipeline.book;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureVector;
import io.arrears.pipeline.history.AccountFold;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The vector of each account known on a day. */
public final class FeatureFold implements AccountFold {
    private static final long serialVersionUID = 1L;

    private final AttributeCatalogue attributes;
    private final int asOfDay;
    private transient @Nullable FeatureBuilder builder;

    public FeatureFold(AttributeCatalogue attributes, int asOfDay) {
        this.attributes = attributes;
        this.asOfDay = asOfDay;
    }

    /** {@code account_id, as_of}, then one float per feature, null where missing. */
    public static StructType schema(AttributeCatalogue attributes) {
        StructType schema =
                new StructType().add("account_id", DataTypes.StringType).add("as_of", DataTypes.DateType);
        return withFeatures(schema, attributes);
    }

    /** A schema with one float column per feature appended. */
    public static StructType withFeatures(StructType schema, AttributeCatalogue attributes) {
        StructType wide = schema;
        for (String name : FeatureBuilder.of(attributes).schema().names()) {
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
        KnownHistory known = history.knownAtStartOf(asOfDay);
        if (known.findAccount().isEmpty()) {
            return Collections.emptyIterator();
        }
        FeatureVector vector = builder().build(known);
        @Nullable Object[] values = new @Nullable Object[2 + vector.size()];
        values[0] = history.id().value();
        values[1] = Days.date(asOfDay);
        put(vector, values, 2);
        return Collections.singleton(RowFactory.create(values)).iterator();
    }

    private FeatureBuilder builder() {
        if (builder == null) {
            builder = FeatureBuilder.of(attributes);
        }
        return builder;
    }
}
