package io.arrears.pipeline.verb;

import io.arrears.pipeline.history.DropRecord;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.ReasonCount;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.history.TableCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What {@code ingest --list} says of a history: its drops, and whether each opens where the one before closed. */
record DropLedger(HistoryLake lake) {
    Result describe() {
        List<DropRecord> drops = lake.ledger();
        List<String> breaks = Reconciliation.breaks(drops);
        Result result = new Result()
                .field("generation", lake.generationNumber())
                .field("buckets", lake.bucketCount())
                .field("files", lake.factFiles().size())
                .field("digest", lake.digest())
                .field("reconciles", breaks.isEmpty())
                .field("breaks", breaks)
                .field("drops", drops.stream().map(DropLedger::fields).toList());
        if (drops.isEmpty()) {
            return result.line("No drops yet: run ./arrears ingest --source DIR");
        }
        result.line(
                "Generation %d: %d drops, %,d facts in %d files of %d buckets, digest %s",
                lake.generationNumber(),
                drops.size(),
                drops.stream().mapToLong(drop -> drop.facts().rows()).sum(),
                lake.factFiles().size(),
                lake.bucketCount(),
                lake.digest());
        drops.forEach(drop -> addLines(drop, result));
        if (breaks.isEmpty()) {
            return result.line("Every drop reconciles and opens where the one before closed.");
        }
        breaks.forEach(problem -> result.line("BREAK %s", problem));
        return result.refused();
    }

    private static Map<String, Object> fields(DropRecord drop) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("drop_id", drop.dropId());
        fields.put("ingested_at", drop.ingestedAt());
        fields.put("source", drop.source());
        fields.put("facts_added", drop.facts().rows());
        fields.put("facts_sha256", drop.facts().digest());
        fields.put("tables", drop.tables());
        fields.put("rejected", drop.reasons());
        fields.put("reconciliation", drop.reconciliation());
        return fields;
    }

    private static void addLines(DropRecord drop, Result result) {
        result.line(
                "%s  %s  %,12d read  %,12d facts  %,8d repeated  %,8d rejected  %s",
                drop.dropId(),
                drop.ingestedAt(),
                sum(drop, TableCount::readRows),
                drop.facts().rows(),
                sum(drop, TableCount::repeatedRows),
                drop.reasons().stream().mapToLong(ReasonCount::rejectedRows).sum(),
                drop.source());
        drop.reconciliation().forEach(row -> result.line("%s", line(row)));
    }

    private static long sum(DropRecord drop, ToLongFunction<TableCount> count) {
        return drop.tables().stream().mapToLong(count).sum();
    }

    /** A reconciliation for a reader. */
    static String line(Reconciliation row) {
        return "  %s opening %,d + billed %,d - paid %,d - adjusted %,d = closing %,d (minor units)"
                .formatted(
                        row.currency(),
                        row.openingMinor(),
                        row.billedMinor(),
                        row.paidMinor(),
                        row.adjustedMinor(),
                        row.closingMinor());
    }
}
