package io.arrears.pipeline.replay;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.pipeline.history.AccountFold;
import io.arrears.pipeline.replay.AskedVectors.Asked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Computes an account's recorded vectors anew, each as of its instant, and tells where they part. */
final class SkewFold implements AccountFold {
    private static final long serialVersionUID = 1L;

    /** The feature of the row that says: compared, and the same. */
    static final int NONE = -1;

    /** One row per feature that differs, or one with feature {@link #NONE}; no row where the account was not known. */
    static final StructType SCHEMA = new StructType()
            .add("record", DataTypes.IntegerType, false)
            .add("feature", DataTypes.IntegerType, false)
            .add("computed", DataTypes.FloatType, false);

    private final Broadcast<AskedVectors> asked;
    private transient @Nullable Map<AttributeCatalogue, FeatureBuilder> builders;

    SkewFold(Broadcast<AskedVectors> asked) {
        this.asked = asked;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        String account = history.id().value();
        List<Asked> vectors = asked.value().of(account);
        if (vectors.isEmpty()) {
            return Collections.emptyIterator();
        }
        AccountHistory whole = history.plus(asked.value().heardOf(account));
        List<Row> rows = new ArrayList<>();
        for (Asked one : vectors) {
            KnownHistory known = whole.knownAt(one.asOfMicros());
            if (known.findAccount().isPresent()) {
                compare(one, builder(one.attributes()).build(known).toArray(), rows);
            }
        }
        return rows.iterator();
    }

    private static void compare(Asked asked, float[] computed, List<Row> rows) {
        int before = rows.size();
        for (int i = 0; i < computed.length; i++) {
            if (isOther(asked.values()[i], computed[i])) {
                rows.add(RowFactory.create(asked.record(), i, computed[i]));
            }
        }
        if (rows.size() == before) {
            rows.add(RowFactory.create(asked.record(), NONE, 0f));
        }
    }

    /** Bit for bit, but −0 is 0: a record doesn't keep the sign. */
    static boolean isOther(float recorded, float computed) {
        return Float.floatToIntBits(recorded + 0f) != Float.floatToIntBits(computed + 0f);
    }

    private FeatureBuilder builder(AttributeCatalogue attributes) {
        if (builders == null) {
            builders = new HashMap<>();
        }
        return builders.computeIfAbsent(attributes, FeatureBuilder::of);
    }
}
