package io.arrears.serving.scores;

import io.arrears.model.account.AccountId;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** Batches of scores as Arrow IPC streams, with the columns of {@code export scores}. */
final class ArrowScores {
    private static final long MEMORY_LIMIT_BYTES = 256L * 1024 * 1024;
    private static final String ACCOUNT_ID = "account_id";
    private static final int REASONS = 4;

    private ArrowScores() {}

    /**
     * The text column {@code account_id} of a stream.
     *
     * @throws ProblemException malformed_arrow, or too_large beyond {@code limit} ids
     */
    static List<AccountId> readIds(byte[] stream, int limit) {
        List<AccountId> ids = new ArrayList<>();
        try (BufferAllocator allocator = new RootAllocator(MEMORY_LIMIT_BYTES);
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(stream), allocator)) {
            while (reader.loadNextBatch()) {
                FieldVector column = reader.getVectorSchemaRoot().getVector(ACCOUNT_ID);
                if (!(column instanceof VarCharVector texts)) {
                    throw malformed();
                }
                if (ids.size() + texts.getValueCount() > limit) {
                    throw new ProblemException(
                            ProblemCode.TOO_LARGE, "more than %d accounts: send smaller batches".formatted(limit));
                }
                for (int i = 0; i < texts.getValueCount(); i++) {
                    ids.add(new AccountId(String.valueOf(texts.getObject(i))));
                }
            }
            return ids;
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(
                ProblemCode.MALFORMED_ARROW, "send an Arrow IPC stream with a text column account_id");
    }

    /** Scores as a stream of one batch. */
    static byte[] write(List<ScoreAnswer> scores) {
        try (BufferAllocator allocator = new RootAllocator(MEMORY_LIMIT_BYTES);
                VectorSchemaRoot root = VectorSchemaRoot.create(schema(), allocator)) {
            root.allocateNew();
            for (int i = 0; i < scores.size(); i++) {
                set(root, i, scores.get(i));
            }
            root.setRowCount(scores.size());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ArrowStreamWriter writer = new ArrowStreamWriter(root, null, Channels.newChannel(out))) {
                writer.start();
                writer.writeBatch();
                writer.end();
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema() {
        ArrowType number = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
        List<Field> fields = new ArrayList<>(List.of(
                Field.notNullable(ACCOUNT_ID, ArrowType.Utf8.INSTANCE),
                Field.notNullable("as_of", ArrowType.Utf8.INSTANCE),
                Field.notNullable("model_id", ArrowType.Utf8.INSTANCE),
                Field.notNullable("pay_probability_30d", number),
                Field.notNullable("expected_cash_30d", number),
                Field.nullable("roll_probability", number)));
        for (int i = 1; i <= REASONS; i++) {
            fields.add(Field.nullable("reason_" + i, ArrowType.Utf8.INSTANCE));
        }
        return new Schema(fields);
    }

    private static void set(VectorSchemaRoot root, int row, ScoreAnswer score) {
        text(root, ACCOUNT_ID, row, score.accountId());
        text(root, "as_of", row, score.asOf().toString());
        text(root, "model_id", row, score.modelId());
        number(root, "pay_probability_30d", row, score.payProbability30d());
        number(root, "expected_cash_30d", row, score.expectedCash30d().doubleValue());
        Double roll = score.rollProbability();
        if (roll != null) {
            number(root, "roll_probability", row, roll);
        }
        for (int i = 0; i < Math.min(REASONS, score.reasons().size()); i++) {
            text(root, "reason_" + (i + 1), row, score.reasons().get(i).text());
        }
    }

    private static void text(VectorSchemaRoot root, String column, int row, String value) {
        ((VarCharVector) root.getVector(column)).setSafe(row, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void number(VectorSchemaRoot root, String column, int row, double value) {
        ((Float8Vector) root.getVector(column)).setSafe(row, value);
    }
}
