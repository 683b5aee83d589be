package io.arrears.pipeline.ingest;

import io.arrears.model.account.FactTable;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.pipeline.history.DropRecord;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.LakeWriter;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.history.WrittenFacts;
import io.arrears.pipeline.ingest.mapping.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** The verb {@code ingest}: a source drop becomes part of the lake, whole or not at all. */
public final class Ingest {
    private static final String REPORTS = "reports";

    /** Beyond so many files in a bucket an ingest first merges them. */
    static final int MAX_FILES_PER_BUCKET = 16;

    private Ingest() {}

    /**
     * Ingests a drop. The same drop again changes nothing.
     *
     * @throws InputRejected when a file doesn't fit, or more rows are rejected than the request allows; nothing of the
     *     drop is in the lake then
     * @throws io.arrears.model.policy.PolicyException when the mapping file has errors
     * @throws IllegalArgumentException when the lake was made with another number of buckets than the request wants
     * @throws IllegalStateException when another ingest is writing to the home
     */
    public static IngestSummary run(SparkSession spark, IngestRequest request) {
        SourceDrop drop = read(spark, request);
        try (LakeWriter writer = LakeWriter.lock(request.home())) {
            Optional<DropRecord> known = writer.find(drop.dropId());
            if (known.isPresent()) {
                return already(writer, known.get(), drop.notes());
            }
            if (request.buckets() != null) {
                writer.useBuckets(request.buckets());
            }
            writer.compactAbove(MAX_FILES_PER_BUCKET, spark);
            return new Ingestion(spark, request, drop, writer).run();
        }
    }

    private static SourceDrop read(SparkSession spark, IngestRequest request) {
        SourceScan scan = new SourceScan(spark, request);
        return request.mapping() == null
                ? CanonicalSource.read(scan)
                : MappedSourceFiles.read(scan, Mapping.read(request.mapping()));
    }

    private static IngestSummary already(LakeWriter writer, DropRecord drop, List<String> notes) {
        Path quarantine = writer.committed(drop.dropId()).resolve(Quarantine.FILE);
        return IngestSummary.of(drop, true, Files.exists(quarantine) ? quarantine : null, notes);
    }

    /** One drop on its way into the lake. */
    private record Ingestion(SparkSession spark, IngestRequest request, SourceDrop drop, LakeWriter writer) {
        IngestSummary run() {
            Path staging = writer.staged(drop.dropId());
            Path facts = writer.stagedFacts(drop.dropId());
            Path reports = staging.resolve(REPORTS);
            takeOwnKeysOnly(facts);
            IntakeReports intake = IntakeReports.read(reports);
            boolean quarantined = intake.writeQuarantine(staging);
            DropRecord record = record(intake.totals(), facts);
            intake.remove();
            if (isBeyondLimit(record)) {
                throw refused(record, quarantined);
            }
            record.reconciliation().forEach(Ingestion::checkBalance);
            writer.commit(record, lake -> attributes(record, lake));
            Path folder = writer.committed(drop.dropId());
            return IngestSummary.of(record, false, quarantined ? folder.resolve(Quarantine.FILE) : null, drop.notes());
        }

        /** Rows whose key is another account's are rare: they cost another intake, the others a look at their keys. */
        private void takeOwnKeysOnly(Path facts) {
            Set<ForeignKey> foreign = new HashSet<>();
            do {
                Path reports = createFolder(writer.stage(drop.dropId()).resolve(REPORTS));
                take(foreign, facts, reports);
            } while (foreign.addAll(ClaimedKeys.findForeign(facts, writer.lake())));
        }

        private void take(Set<ForeignKey> foreign, Path facts, Path reports) {
            try {
                new IntakeJob(spark, writer.lake(), drop, foreign).run(facts, reports);
            } catch (Exception e) { // Spark throws checked ones, undeclared
                Optional<InputRejected> refusal = DamagedFile.findBehind(e);
                if (refusal.isPresent()) {
                    throw refusal.get();
                }
                throw e;
            }
        }

        private static Path createFolder(Path folder) {
            try {
                return Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private DropRecord record(IntakeTotals totals, Path facts) {
            return new DropRecord(
                    drop.dropId(),
                    request.now().toString(),
                    request.source(),
                    totals.tableCounts(),
                    totals.reasonCounts(),
                    carried(totals.reconciliation()),
                    WrittenFacts.list(facts, totals.facts(), totals.firstDay(), totals.lastDay()));
        }

        /** Opens where the drop before closed: accounts that this one doesn't touch were not read. */
        private List<Reconciliation> carried(List<Reconciliation> touched) {
            List<DropRecord> ledger = writer.lake().ledger();
            List<Reconciliation> before =
                    ledger.isEmpty() ? List.of() : ledger.get(ledger.size() - 1).reconciliation();
            try {
                return Reconciliation.carried(before, touched);
            } catch (ArithmeticException e) {
                throw InputRejected.because(List.of(
                        "with this drop the book comes to more than %d minor units of a currency: check the amounts, or split the book"
                                .formatted(Long.MAX_VALUE)));
            }
        }

        /** Learned anew only when accounts came or changed. */
        private AttributeCatalogue attributes(DropRecord record, HistoryLake grown) {
            boolean changed = record.tables().stream()
                    .anyMatch(table -> table.table().equals(FactTable.ACCOUNTS.code()) && table.acceptedRows() > 0);
            return changed
                    ? AttributeLearning.learn(spark, grown)
                    : writer.lake().attributeCatalogue();
        }

        private boolean isBeyondLimit(DropRecord record) {
            IngestSummary summary = IngestSummary.of(record, false, null, List.of());
            return summary.rejectedRows() > request.maxRejectedShare() * summary.readRows();
        }

        private InputRejected refused(DropRecord record, boolean quarantined) {
            Path report = writer.refuse(drop.dropId());
            IngestSummary summary =
                    IngestSummary.of(record, false, quarantined ? report.resolve(Quarantine.FILE) : null, drop.notes());
            return InputRejected.tooMany(
                    "%d of %d rows were rejected, above the limit of %s %%: nothing was ingested; see %s, or raise --max-rejected"
                            .formatted(
                                    summary.rejectedRows(),
                                    summary.readRows(),
                                    BigDecimal.valueOf(request.maxRejectedShare())
                                            .movePointRight(2)
                                            .stripTrailingZeros()
                                            .toPlainString(),
                                    report),
                    report,
                    summary);
        }

        private static void checkBalance(Reconciliation row) {
            if (!row.balances()) {
                throw new IllegalStateException(
                        "the drop does not reconcile: %s. Nothing was ingested; this is a defect of the rules, report it"
                                .formatted(row));
            }
        }
    }
}
