package io.arrears.pipeline.history;

import java.util.List;

/**
 * What the lake remembers of one drop: {@code drop.json} in its folder.
 *
 * @param dropId digest of the source's and the mapping's bytes
 * @param ingestedAt ISO-8601 instant
 * @param source the folder it came from, as the caller named it
 * @param reconciliation one row per currency, sorted
 */
public record DropRecord(
        String dropId,
        String ingestedAt,
        String source,
        List<TableCount> tables,
        List<ReasonCount> reasons,
        List<Reconciliation> reconciliation,
        FactFiles facts) {
    public DropRecord {
        tables = List.copyOf(tables);
        reasons = List.copyOf(reasons);
        reconciliation = List.copyOf(reconciliation);
    }
}
