package io.arrears.pipeline.ingest;

import io.arrears.model.account.Coded;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way to its account: either its cells, or why it could not even be read (then without an account).
 */
final class Candidate {
    /** No account has a blank id, so unreadable rows gather here. */
    static final String NO_ACCOUNT = "";

    static final String ACCOUNT = "account_id";
    static final String ORIGIN = "origin";

    static final StructType SCHEMA = new StructType(new StructField[] {
        DataTypes.createStructField(ACCOUNT, DataTypes.StringType, false),
        DataTypes.createStructField(ORIGIN, DataTypes.LongType, false),
        DataTypes.createStructField("payload", DataTypes.BinaryType, false)
    });

    private final String account;
    private final long origin;
    private final byte[] payload;

    Candidate(String account, long origin, byte[] payload) {
        this.account = account;
        this.origin = origin;
        this.payload = payload;
    }

    static Candidate unreadable(long origin, BadRow.Problem problem, CellCodec codec) {
        @Nullable
        String[] cells = {
            problem.reason().code(), problem.column(), Rejected.shortened(problem.value()), problem.message()
        };
        return new Candidate(NO_ACCOUNT, origin, codec.encode(cells));
    }

    String account() {
        return account;
    }

    /** {@link Origin#pack Packed}. */
    long origin() {
        return origin;
    }

    /** The cells, for {@link CellCodec}. */
    byte[] payload() {
        return payload;
    }

    boolean isUnreadable() {
        return account.equals(NO_ACCOUNT);
    }

    BadRow.Problem problem() {
        @Nullable String[] cells = CellCodec.decode(payload, 4);
        String message = cells[3];
        String reason = cells[0];
        if (message == null || reason == null) {
            throw new IllegalStateException("an unreadable row without a reason");
        }
        return new BadRow.Problem(Coded.get(RejectReason.class, reason), cells[1], cells[2], message);
    }

    Row toRow() {
        return RowFactory.create(account, origin, payload);
    }

    static Candidate fromRow(Row row) {
        return new Candidate(row.getString(0), row.getLong(1), (byte[]) row.get(2));
    }
}
