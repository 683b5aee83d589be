package io.arrears.pipeline.publish;

import io.arrears.model.account.Days;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.MartSchema;
import io.arrears.pipeline.book.PlanJob;
import io.arrears.pipeline.book.PlanSummary;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.revision.CodeRevision;
import io.arrears.pipeline.sql.DuckDb;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

/** The mart's one row about itself. */
record RunRow(String runId, LocalDate asOf, Instant publishedAt, String historyDigest, PlanSummary plan) {
    static RunRow of(Home home, HistoryLake lake, int asOfDay) {
        Instant now = Instant.now();
        LocalDate asOf = Days.date(asOfDay);
        String runId = "%s-%d".formatted(asOf, now.toEpochMilli());
        return new RunRow(runId, asOf, now, lake.digest(), PlanJob.summary(home, asOfDay));
    }

    void insert(DuckDb db) throws SQLException {
        try (Rows rows = new Rows(db, "run", 13)) {
            rows.add(
                    runId,
                    asOf,
                    Timestamp.from(publishedAt),
                    MartSchema.VERSION,
                    plan.modelId(),
                    plan.strategy(),
                    plan.strategyDigest(),
                    plan.currency(),
                    historyDigest,
                    CodeRevision.current(),
                    plan.primalValueMinor(),
                    plan.dualBoundMinor(),
                    plan.gap());
        }
    }
}
