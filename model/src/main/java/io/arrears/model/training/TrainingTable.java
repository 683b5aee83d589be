package io.arrears.model.training;

import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.learner.Matrix;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Training rows in memory, by column, sorted by as-of day and account: one row per account and as-of day. Shares its
 * arrays; nobody writes to them.
 */
public final class TrainingTable {
    private final FeatureSchema schema;
    private final Keys keys;
    private final Matrix features;
    private final Map<Target, double[]> labels;
    private final Map<String, String[]> audit;

    /** Who and when, one entry per row; a type or segment that is not known is empty. */
    record Keys(String[] accountIds, int[] asOfDays, String[] receivableTypes, String[] segments) {}

    TrainingTable(
            FeatureSchema schema,
            Keys keys,
            Matrix features,
            Map<Target, double[]> labels,
            Map<String, String[]> audit) {
        this.schema = schema;
        this.keys = keys;
        this.features = features;
        this.labels = new EnumMap<>(labels);
        this.audit = Map.copyOf(audit);
    }

    /**
     * Reads Parquet: {@code account_id}, {@code as_of} (epoch day), {@code receivable_type}, {@code segment}, one column
     * per feature of the schema, labels {@code pay30}, {@code cash30} (currency units) and {@code roll90} (null =
     * unknown), and {@code audit_} columns.
     *
     * @param place a Parquet file, or a folder with Parquet files at any depth
     * @throws IllegalArgumentException when a column is missing or there are no rows
     */
    public static TrainingTable read(Path place, FeatureSchema schema) {
        return new TrainingTableReader(place, schema).read();
    }

    public FeatureSchema schema() {
        return schema;
    }

    public int rows() {
        return features.rows();
    }

    public Matrix features() {
        return features;
    }

    public String accountId(int row) {
        return keys.accountIds()[row];
    }

    public int asOfDay(int row) {
        return keys.asOfDays()[row];
    }

    public String receivableType(int row) {
        return keys.receivableTypes()[row];
    }

    public String segment(int row) {
        return keys.segments()[row];
    }

    /** The outcome of a row, NaN where it is not known. Cash is in currency units. */
    public double label(Target target, int row) {
        double[] column = labels.get(target);
        return column == null ? Double.NaN : column[row];
    }

    /** Audit columns by name, one value per row. Never features. */
    public Map<String, String[]> audit() {
        return audit;
    }

    /** The distinct as-of days, rising. */
    public int[] asOfDays() {
        return Arrays.stream(keys.asOfDays()).distinct().sorted().toArray();
    }

    /** SHA-256 over schema, keys, features and labels. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(schema.fingerprint().getBytes(StandardCharsets.UTF_8));
            ByteBuffer line = ByteBuffer.allocate(4 * (schema.size() + 1) + 8 * Target.values().length);
            for (int i = 0; i < rows(); i++) {
                line.clear();
                line.putInt(asOfDay(i));
                for (int c = 0; c < schema.size(); c++) {
                    line.putFloat(features.get(i, c));
                }
                for (Target target : Target.values()) {
                    line.putDouble(label(target, i));
                }
                digest.update(accountId(i).getBytes(StandardCharsets.UTF_8));
                digest.update(line.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
