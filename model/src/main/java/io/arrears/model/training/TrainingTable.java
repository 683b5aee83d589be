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
    private final Terms terms;
    private final Map<String, String[]> audit;

    /** Who and when, one entry per row; a type or segment that is not known is empty. */
    record Keys(String[] accountIds, int[] asOfDays, String[] receivableTypes, String[] segments) {}

    /** How much each row counts and the last day of its outcome window; empty arrays where rows do not say. */
    record Terms(double[] weights, int[] throughDays) {
        static final Terms NONE = new Terms(new double[0], new int[0]);
    }

    TrainingTable(
            FeatureSchema schema,
            Keys keys,
            Matrix features,
            Map<Target, double[]> labels,
            Terms terms,
            Map<String, String[]> audit) {
        this.schema = schema;
        this.keys = keys;
        this.features = features;
        this.labels = new EnumMap<>(labels);
        this.terms = terms;
        this.audit = Map.copyOf(audit);
    }

    /**
     * Reads Parquet: {@code account_id}, {@code as_of} (epoch day), {@code receivable_type}, {@code segment}, one column
     * per feature of the schema, a label by the code of each target it has (null = unknown; cash in currency units),
     * where rows differ in it {@code weight} and {@code through_day} (the last day of the outcome window), and
     * {@code audit_} columns.
     *
     * @param place a Parquet file, or a folder with Parquet files at any depth
     * @param schema of the rows; {@link io.arrears.model.scoring.Scorer#rowSchema} says which
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

    /** How much a row counts; 1 unless the rows say otherwise. */
    double weight(int row) {
        return terms.weights().length == 0 ? 1 : terms.weights()[row];
    }

    /** The last day of a row's outcome window, which is {@code horizonDays} long unless the rows say otherwise. */
    int throughDay(int row, int horizonDays) {
        return terms.throughDays().length == 0 ? asOfDay(row) + horizonDays - 1 : terms.throughDays()[row];
    }

    /** Audit columns by name, one value per row. Never features. */
    public Map<String, String[]> audit() {
        return audit;
    }

    /** The distinct as-of days, rising. */
    public int[] asOfDays() {
        return Arrays.stream(keys.asOfDays()).distinct().sorted().toArray();
    }

    /** SHA-256 over schema, keys, features, labels and weights. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(schema.fingerprint().getBytes(StandardCharsets.UTF_8));
            ByteBuffer line = ByteBuffer.allocate(4 * (schema.size() + 2) + 8 * (Target.values().length + 1));
            for (int i = 0; i < rows(); i++) {
                line.clear();
                line.putInt(asOfDay(i));
                for (int c = 0; c < schema.size(); c++) {
                    line.putFloat(features.get(i, c));
                }
                for (Target target : Target.values()) {
                    line.putDouble(label(target, i));
                }
                line.putDouble(weight(i));
                line.putInt(throughDay(i, 0));
                digest.update(accountId(i).getBytes(StandardCharsets.UTF_8));
                digest.update(line.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
