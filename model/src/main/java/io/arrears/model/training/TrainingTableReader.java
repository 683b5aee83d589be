package io.arrears.model.training;

import io.arrears.model.account.Account;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.learner.Matrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Fills a {@link TrainingTable} from Parquet, batch by batch. */
final class TrainingTableReader {
    private static final List<String> KEYS = List.of("account_id", "as_of", "receivable_type", "segment");
    /** Tells rows of one account and day apart. */
    private static final String EVENT = "event_id";

    private static final String WEIGHT = "weight";
    private static final String THROUGH = "through_day";

    private final FeatureSchema schema;
    private final String source;
    private final Path place;

    private TrainingTable.Keys keys = new TrainingTable.Keys(new String[0], new int[0], new String[0], new String[0]);
    private float[][] features = new float[0][];
    private final Map<Target, double[]> labels = new EnumMap<>(Target.class);
    private double[] weights = new double[0];
    private int[] throughDays = new int[0];
    private boolean events;
    private final Map<String, String[]> audit = new LinkedHashMap<>();
    private final Map<String, String> interned = new LinkedHashMap<>();
    private int at;

    TrainingTableReader(Path place, FeatureSchema schema) {
        this.place = place;
        this.schema = schema;
        String pattern = Files.isDirectory(place) ? place + "/**/*.parquet" : place.toString();
        this.source = "read_parquet(%s, hive_partitioning = false)".formatted(DuckRows.text(pattern));
    }

    TrainingTable read() {
        try (DuckRows duck = new DuckRows()) {
            List<String> columns = duck.columns("SELECT * FROM " + source);
            requireColumns(columns);
            allocate(Math.toIntExact(duck.count("SELECT count(*) FROM " + source)), columns);
            duck.read(query(), this::append);
        }
        Matrix matrix = new Matrix(schema.names(), features, at);
        TrainingTable.Terms terms = new TrainingTable.Terms(weights, throughDays);
        return new TrainingTable(schema, keys, matrix, labels, terms, audit);
    }

    private void requireColumns(List<String> columns) {
        List<String> missing = new ArrayList<>(KEYS);
        missing.addAll(schema.names());
        missing.removeAll(columns);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "training rows in %s lack the columns %s of schema %s: write the rows anew with this release"
                            .formatted(place, missing, schema.fingerprint()));
        }
    }

    private void allocate(int rows, List<String> columns) {
        if (rows == 0) {
            throw new IllegalArgumentException(
                    "there are no training rows in %s: choose as-of dates with open accounts".formatted(place));
        }
        keys = new TrainingTable.Keys(new String[rows], new int[rows], new String[rows], new String[rows]);
        features = new float[schema.size()][rows];
        for (Target target : Target.values()) {
            if (columns.contains(target.code())) {
                labels.put(target, new double[rows]);
            }
        }
        events = columns.contains(EVENT);
        weights = new double[columns.contains(WEIGHT) ? rows : 0];
        throughDays = new int[columns.contains(THROUGH) ? rows : 0];
        columns.stream()
                .filter(column -> column.startsWith(Account.AUDIT_PREFIX))
                .forEach(column -> audit.put(column, new String[rows]));
    }

    private String query() {
        List<String> parts = new ArrayList<>(List.of(
                "CAST(account_id AS VARCHAR)",
                "CAST(as_of AS INTEGER)",
                "CAST(receivable_type AS VARCHAR)",
                "CAST(segment AS VARCHAR)"));
        schema.names().forEach(name -> parts.add("CAST(%s AS REAL)".formatted(DuckRows.name(name))));
        labels.keySet().forEach(target -> parts.add("CAST(%s AS DOUBLE)".formatted(target.code())));
        if (weights.length > 0) {
            parts.add("CAST(%s AS DOUBLE)".formatted(WEIGHT));
        }
        if (throughDays.length > 0) {
            parts.add("CAST(%s AS INTEGER)".formatted(THROUGH));
        }
        audit.keySet().forEach(name -> parts.add("CAST(%s AS VARCHAR)".formatted(DuckRows.name(name))));
        String list = String.join(", ", parts);
        return "SELECT %s FROM %s ORDER BY as_of, account_id%s".formatted(list, source, events ? ", event_id" : "");
    }

    private void append(VectorSchemaRoot batch) {
        List<FieldVector> vectors = batch.getFieldVectors();
        int rows = batch.getRowCount();
        texts(vectors.get(0), keys.accountIds(), rows, false);
        days((IntVector) vectors.get(1), keys.asOfDays(), rows);
        texts(vectors.get(2), keys.receivableTypes(), rows, true);
        texts(vectors.get(3), keys.segments(), rows, true);
        int next = KEYS.size();
        for (float[] column : features) {
            floats((Float4Vector) vectors.get(next++), column, rows);
        }
        for (double[] column : labels.values()) {
            doubles((Float8Vector) vectors.get(next++), column, rows);
        }
        if (weights.length > 0) {
            doubles((Float8Vector) vectors.get(next++), weights, rows);
        }
        if (throughDays.length > 0) {
            days((IntVector) vectors.get(next++), throughDays, rows);
        }
        for (String[] column : audit.values()) {
            texts(vectors.get(next++), column, rows, true);
        }
        at += rows;
    }

    private void days(IntVector vector, int[] column, int rows) {
        for (int i = 0; i < rows; i++) {
            column[at + i] = vector.get(i);
        }
    }

    private void floats(Float4Vector vector, float[] column, int rows) {
        for (int i = 0; i < rows; i++) {
            column[at + i] = vector.isNull(i) ? Float.NaN : vector.get(i);
        }
    }

    private void doubles(Float8Vector vector, double[] column, int rows) {
        for (int i = 0; i < rows; i++) {
            column[at + i] = vector.isNull(i) ? Double.NaN : vector.get(i);
        }
    }

    private void texts(FieldVector vector, String[] column, int rows, boolean intern) {
        for (int i = 0; i < rows; i++) {
            String value = vector.isNull(i) ? "" : vector.getObject(i).toString();
            column[at + i] = intern ? interned.computeIfAbsent(value, same -> same) : value;
        }
    }
}
