package io.arrears.pipeline.replay;

import io.arrears.model.assessment.DecisionLog;
import io.arrears.model.assessment.RecordedVector;
import io.arrears.model.journal.LineLog;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.JournalLine;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.replay.AskedVectors.Asked;
import io.arrears.pipeline.replay.RecordedSchemas.Recipe;
import io.arrears.pipeline.replay.SkewReport.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Holds the vectors the service answered from against the same vectors computed anew by the batch road, as of the same
 * instants: every fact of the lake and the journal that was known by then. Safe beside a running service.
 */
public final class SkewJob {
    /** Records held at a time; each batch takes one pass over the lake. */
    private static final int BATCH = 100_000;

    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;
    private final RecordedSchemas schemas;
    private final SkewTally tally = new SkewTally();
    private final List<RecordedVector> batch = new ArrayList<>();

    private SkewJob(SparkSession spark, HistoryLake lake, Home home) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
        this.schemas = new RecordedSchemas(new ModelRegistry(home.models()));
    }

    /**
     * Compares all records, or one.
     *
     * @param wantedId of the one; absent = all
     * @throws IllegalStateException when the records' chain is broken or the journal is damaged
     */
    public static SkewReport run(SparkSession spark, HistoryLake lake, Home home, @Nullable String wantedId) {
        SkewJob job = new SkewJob(spark, lake, home);
        String wanted = wantedId == null ? "" : "{\"id\":\"" + wantedId + "\"";
        DecisionLog.readAll(home.decisions(), record -> {
            if (record.startsWith(wanted)) {
                job.visit(record);
            }
        });
        job.compareBatch();
        return job.tally.report();
    }

    private void visit(String record) {
        RecordedVector vector = RecordedVector.read(record);
        try {
            schemas.get(vector);
        } catch (IllegalArgumentException e) {
            tally.notCompared(vector.id(), String.valueOf(e.getMessage()));
            return;
        }
        batch.add(vector);
        if (batch.size() == BATCH) {
            compareBatch();
        }
    }

    private void compareBatch() {
        if (batch.isEmpty()) {
            return;
        }
        AskedVectors asked = asked();
        Map<Integer, Map<Integer, Float>> found = computeAnew(asked);
        List<RecordedVector> differing = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            RecordedVector vector = batch.get(i);
            Map<Integer, Float> differences = found.get(i);
            if (differences == null) {
                tally.notCompared(
                        vector.id(),
                        "its account is not in the history at that instant: the request brought one of its own,"
                                + " or a drop is gone");
            } else if (differences.isEmpty()) {
                tally.same();
            } else {
                tally.different(examples(vector, differences));
                differing.add(vector);
            }
        }
        new LateArrivals(spark, lake, schemas, asked).explain(differing, tally);
        batch.clear();
    }

    /** The batch's vectors, and what the journal holds about their accounts: read after the records, so no less. */
    private AskedVectors asked() {
        AskedVectors asked = new AskedVectors();
        for (int i = 0; i < batch.size(); i++) {
            RecordedVector vector = batch.get(i);
            Recipe recipe = schemas.get(vector);
            asked.add(vector.accountId(), new Asked(i, vector.asOfMicros(), recipe.attributes(), vector.values()));
        }
        Path journal = home.journal().resolve(JournalLine.FILE);
        if (Files.exists(journal)) {
            try {
                LineLog.read(journal, (offset, text) -> {
                    Optional<JournalLine> line = JournalLine.decode(text);
                    line.ifPresent(asked::hear);
                    return line.isPresent();
                });
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + journal, e);
            }
        }
        return asked;
    }

    /** Per record compared, what was computed for each feature that differs. */
    private Map<Integer, Map<Integer, Float>> computeAnew(AskedVectors asked) {
        Broadcast<AskedVectors> travelling =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(asked);
        Map<Integer, Map<Integer, Float>> found = new HashMap<>();
        for (Row row : lake.mapAccounts(spark, SkewFold.SCHEMA, new SkewFold(travelling))
                .collectAsList()) {
            Map<Integer, Float> differences = found.computeIfAbsent(row.getInt(0), record -> new LinkedHashMap<>());
            if (row.getInt(1) != SkewFold.NONE) {
                differences.put(row.getInt(1), row.getFloat(2));
            }
        }
        travelling.destroy();
        return found;
    }

    private Map<String, Example> examples(RecordedVector vector, Map<Integer, Float> differences) {
        List<String> names = schemas.get(vector).schema().names();
        Map<String, Example> examples = new LinkedHashMap<>();
        differences.forEach(
                (at, computed) -> examples.put(names.get(at), new Example(vector.id(), vector.values()[at], computed)));
        return examples;
    }
}
