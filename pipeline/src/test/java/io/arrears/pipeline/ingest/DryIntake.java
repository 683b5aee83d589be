package io.arrears.pipeline.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.TableCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Runs every part of an ingest of CSV files but the shuffle and the lake, in this thread: thousands of drops a minute. */
final class DryIntake {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SparkSession spark;
    private final Path scratch;

    /** What became of a drop: refused as a whole with a message, or facts and rejects. */
    record Result(
            @Nullable String refused,
            List<Map<String, String>> facts,
            List<Rejected> rejected,
            List<TableCount> counts) {}

    DryIntake(SparkSession spark, Path scratch) {
        this.spark = spark;
        this.scratch = scratch;
    }

    Result take(Path source) throws IOException {
        try {
            IngestRequest request = new IngestRequest(
                    source.toString(), null, new Home(scratch), 1, Instant.parse("2026-01-01T00:00:00Z"));
            return take(CanonicalSource.read(new SourceScan(spark, request)));
        } catch (InputRejected e) {
            return new Result(e.getMessage(), List.of(), List.of(), List.of());
        }
    }

    private Result take(SourceDrop drop) throws IOException {
        TreeMap<String, TreeMap<Long, Row>> accounts = new TreeMap<>();
        for (SourceFile file : drop.files()) {
            CsvCandidates rows =
                    new CsvCandidates(file, drop.lookups(), spark.sparkContext().hadoopConfiguration());
            rows.forEachRemaining(row -> accounts.computeIfAbsent(row.getString(0), any -> new TreeMap<>())
                    .put(row.getLong(1), row));
        }
        Path log = scratch.resolve("rejects.jsonl");
        Files.deleteIfExists(log);
        IntakeTotals totals = new IntakeTotals();
        RejectLog rejects = new RejectLog(log);
        AccountIntake intake = new AccountIntake(new MergedAccounts.Terms(drop.shapes(), Set.of()), totals, rejects);
        List<Map<String, String>> facts = new ArrayList<>();
        accounts.forEach((account, rows) -> {
            List<Candidate> candidates =
                    rows.values().stream().map(Candidate::fromRow).toList();
            for (Fact fact : intake.take(List.of(), candidates.iterator())) {
                facts.add(columns(FactCodec.toRow(new AccountId(account), fact)));
            }
        });
        rejects.close();
        return new Result(null, facts, Files.exists(log) ? RejectLog.read(log) : List.of(), totals.tableCounts());
    }

    /** The present columns of a fact, as text. */
    static Map<String, String> columns(FactRow row) {
        Map<String, String> columns = new TreeMap<>();
        for (FactColumn column : FactColumn.values()) {
            Object value = row.get(column);
            if (value != null) {
                columns.put(
                        column.code(),
                        column == FactColumn.ATTRIBUTES ? attributes(value.toString()) : value.toString());
            }
        }
        return columns;
    }

    private static String attributes(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {})
                    .toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
