package io.arrears.pipeline.ingest;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.mart.FactCodec;
import io.arrears.pipeline.history.AccountFacts;
import io.arrears.pipeline.history.FactRows;
import io.arrears.pipeline.history.Utf8Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * One task of the intake: walks the lake's and the drop's rows of one bucket side by side, both sorted by account, and
 * gives the new facts, account by account. At the end it writes its counts beside the facts. Holds one account at a
 * time.
 */
final class MergedAccounts implements Iterator<Row> {
    private static final Comparator<Fact> FACT_ORDER = Comparator.comparingInt(Fact::eventDay)
            .thenComparing(Fact::table)
            .thenComparing(Fact::key)
            .thenComparingLong(Fact::knownMicros);

    private final Iterator<AccountFacts> lake;
    private final CandidateCursor drop;
    private final IntakeTotals totals = new IntakeTotals();
    private final RejectLog rejects;
    private final AccountIntake intake;
    private final TaskReports reports;
    private final Deque<Row> ready = new ArrayDeque<>();
    private @Nullable AccountFacts next;
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

    MergedAccounts(Iterator<AccountFacts> lake, Iterator<Row> drop, List<Shape> shapes, TaskReports reports) {
        this.lake = lake;
        this.drop = new CandidateCursor(drop);
        this.reports = reports;
        this.rejects = new RejectLog(reports.rejects());
        this.intake = new AccountIntake(shapes, totals, rejects);
        advanceLake();
    }

    private void advanceLake() {
        next = lake.hasNext() ? lake.next() : null;
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
        AccountFacts known = next;
        if (account == null && known == null) {
            end();
        } else if (known == null || (account != null && Utf8Order.compare(account, known.accountId()) < 0)) {
            take(account, List.of());
        } else {
            take(known.accountId(), known.facts());
            advanceLake();
        }
    }

    private void take(@Nullable String account, List<Fact> known) {
        if (account == null) {
            throw new IllegalStateException("no account to take");
        }
        List<Fact> added = intake.take(known, drop.of(account));
        added.sort(FACT_ORDER);
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
