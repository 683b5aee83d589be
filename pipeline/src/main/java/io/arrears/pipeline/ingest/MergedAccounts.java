package io.arrears.pipeline.ingest;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.mart.FactCodec;
import io.arrears.pipeline.history.AccountScan;
import io.arrears.pipeline.history.FactRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
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
    /** The new facts of the account taken last, as rows one by one: an account may have millions. */
    private Iterator<Row> ready = Collections.emptyIterator();

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

    /** What the cells of a feed mean, and whose keys are not their row's account's. */
    record Terms(List<Shape> shapes, Set<ForeignKey> foreign) {}

    MergedAccounts(AccountScan lake, Iterator<Row> drop, Terms terms, TaskReports reports) {
        this.lake = lake;
        this.drop = new CandidateCursor(drop);
        this.reports = reports;
        this.rejects = new RejectLog(reports.rejects());
        this.intake = new AccountIntake(terms, totals, rejects);
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext() && !ended) {
            takeAccount();
        }
        return ready.hasNext();
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
        if (!added.isEmpty()) {
            AccountId id = new AccountId(account);
            ready = added.stream()
                    .map(fact -> FactRows.toRow(FactCodec.toRow(id, fact)))
                    .iterator();
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
        return ready.next();
    }
}
