package io.arrears.pipeline.verb;

import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.ReasonCount;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.history.TableCount;
import io.arrears.pipeline.ingest.Ingest;
import io.arrears.pipeline.ingest.IngestRequest;
import io.arrears.pipeline.ingest.IngestSummary;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arrears ingest}. */
@Command(
        name = "ingest",
        description = {
            "Reads a source drop into the history: validates every row, quarantines the bad ones, reconciles to the "
                    + "minor unit. The same drop twice changes nothing."
        })
final class IngestVerb implements Verb {
    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @ArgGroup(multiplicity = "1")
    private Deed deed = new Deed();

    /** One of both. */
    static final class Deed {
        @ArgGroup(exclusive = false)
        private @Nullable SourceOptions source;

        @Option(names = "--list", description = "list the drops in the history: counts, digests, reconciliation")
        private boolean list;
    }

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        SourceOptions source = deed.source;
        if (deed.list || source == null) {
            return new DropLedger(HistoryLake.open(options.home())).describe();
        }
        IngestRequest request = source.request(options.home(), Instant.now());
        try (SparkSession spark = sparkOptions.open("ingest")) {
            return describe(progress.step("ingesting the drop", () -> Ingest.run(spark, request)));
        }
    }

    static Result describe(IngestSummary summary) {
        Result result = new Result()
                .field("drop_id", summary.dropId())
                .field("already_ingested", summary.alreadyIngested())
                .field("facts_added", summary.factsAdded())
                .field("tables", summary.tables())
                .field("rejected", summary.reasons())
                .field("reconciliation", summary.reconciliation())
                .field(
                        "quarantine",
                        summary.quarantine() == null
                                ? null
                                : summary.quarantine().toString());
        if (summary.alreadyIngested()) {
            return result.line("Drop %s was ingested before: nothing changed.", summary.dropId());
        }
        result.line("Drop %s: %,d facts added", summary.dropId(), summary.factsAdded());
        for (TableCount table : summary.tables()) {
            result.line(
                    "  %-10s %,12d read  %,12d accepted  %,8d repeated  %,8d rejected",
                    table.table(), table.readRows(), table.acceptedRows(), table.repeatedRows(), table.rejectedRows());
        }
        for (ReasonCount reason : summary.reasons()) {
            result.line(
                    "  rejected %s/%s: %,d, e.g. %s",
                    reason.table(), reason.reason(), reason.rejectedRows(), reason.example());
        }
        for (Reconciliation row : summary.reconciliation()) {
            result.line("%s", DropLedger.line(row));
        }
        summary.notes().forEach(note -> result.line("  note: %s", note));
        return summary.quarantine() == null ? result : result.line("  quarantine: %s", summary.quarantine());
    }
}
