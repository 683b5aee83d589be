package io.arrears.pipeline.ingest;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.mart.FactCodec;
import io.arrears.pipeline.history.AccountScan;
import io.arrears.pipeline.history.FactRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/**
 * One task of the intake: walks the drop's rows of one bucket, sorted by account, beside the lake's, and gives the new
 * facts, account by account. Accounts that the drop doesn't touch are skipped. At the end it writes its counts beside
 * the facts. Holds one account at a time.
 */
final class MergedAccounts implements Iterator<Row> {
    private final AccountScan lake;
    private final CandidateCursor drop;
    private final IntakeTotals totals = new IntakeTotals();
    private final RejectLog rejects;
    private final AccountIntake intake;
    private final TaskReports reports;
    private final Deque<Row> ready = new ArrayDeque<>();
    private boolean ended;

    /** Where a task leaves what it counted; a task that runs again overwrites it. */
    record TaskReports(Path folder, int task) {
        static final String TOTALS = "totals-";

        Path totals() {
            return folder.resolve(TOTALS + "%05d.json".formatted(task));
        }

        Path rejects() {
            return folder.resolve("rejects-%05d.jsonl".formatted(task));
        }
    }

    MergedAccounts(AccountScan lake, Iterator<Row> drop, List<Shape> shapes, TaskReports reports) {
        this.lake = lake;
        this.drop = new CandidateCursor(drop);
        this.reports = reports;
        this.rejects = new RejectLog(reports.rejects());
        this.intake = new AccountIntake(shapes, totals, rejects);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            takeAccount();
        }
        return !ready.isEmpty();
    }

    private void takeAccount() {
        String account = drop.account();
        if (account == null) {
            end();
        } else {
            take(account);
        }
    }

    private void take(String account) {
        List<Fact> added = intake.take(lake.take(account), drop.of(account));
        added.sort(FactRows.ORDER);
        AccountId id = added.isEmpty() ? null : new AccountId(account);
        for (Fact fact : added) {
            if (id != null) {
                ready.add(FactRows.toRow(FactCodec.toRow(id, fact)));
            }
        }
    }

    private void end() {
        ended = true;
        try {
            rejects.close();
            totals.write(reports.totals());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }
}
