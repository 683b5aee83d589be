package io.arrears.pipeline.publish;

import io.arrears.pipeline.history.DropRecord;
import io.arrears.pipeline.history.ReasonCount;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.history.TableCount;
import io.arrears.pipeline.sql.DuckDb;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** What came in, as tables of the mart. */
final class LedgerTables {
    private final DuckDb db;
    private final List<DropRecord> drops;

    LedgerTables(DuckDb db, List<DropRecord> drops) {
        this.db = db;
        this.drops = drops;
    }

    void load() throws SQLException {
        try (Rows tables = new Rows(db, "drop_ledger", 7);
                Rows reasons = new Rows(db, "quarantine", 5);
                Rows reconciliations = new Rows(db, "reconciliation", 7)) {
            for (DropRecord drop : drops) {
                for (TableCount count : drop.tables()) {
                    tables.add(
                            drop.dropId(),
                            Timestamp.from(Instant.parse(drop.ingestedAt())),
                            count.table(),
                            count.readRows(),
                            count.acceptedRows(),
                            count.repeatedRows(),
                            count.rejectedRows());
                }
                for (ReasonCount reason : drop.reasons()) {
                    reasons.add(
                            drop.dropId(), reason.table(), reason.reason(), reason.rejectedRows(), reason.example());
                }
                for (Reconciliation row : drop.reconciliation()) {
                    reconciliations.add(
                            drop.dropId(),
                            row.currency(),
                            row.openingMinor(),
                            row.billedMinor(),
                            row.paidMinor(),
                            row.adjustedMinor(),
                            row.closingMinor());
                }
            }
        }
    }
}
