package io.arrears.pipeline.ingest;

import io.arrears.pipeline.history.DropRecord;
import io.arrears.pipeline.history.ReasonCount;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.history.TableCount;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a drop.
 *
 * @param alreadyIngested the drop was in the lake before; the counts are those of that time and nothing changed
 * @param factsAdded rows the lake grew by
 * @param quarantine the quarantine file, absent when every row was fine
 * @param notes what was left out without being wrong, e.g. files that are no table
 */
public record IngestSummary(
        String dropId,
        boolean alreadyIngested,
        List<TableCount> tables,
        List<ReasonCount> reasons,
        List<Reconciliation> reconciliation,
        long factsAdded,
        @Nullable Path quarantine,
        List<String> notes) {
    public IngestSummary {
        tables = List.copyOf(tables);
        reasons = List.copyOf(reasons);
        reconciliation = List.copyOf(reconciliation);
        notes = List.copyOf(notes);
    }

    static IngestSummary of(DropRecord drop, boolean alreadyIngested, @Nullable Path quarantine, List<String> notes) {
        return new IngestSummary(
                drop.dropId(),
                alreadyIngested,
                drop.tables(),
                drop.reasons(),
                drop.reconciliation(),
                alreadyIngested ? 0 : drop.facts().rows(),
                quarantine,
                notes);
    }

    public long readRows() {
        return tables.stream().mapToLong(TableCount::readRows).sum();
    }

    public long rejectedRows() {
        return tables.stream().mapToLong(TableCount::rejectedRows).sum();
    }
}
