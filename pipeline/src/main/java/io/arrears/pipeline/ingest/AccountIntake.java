package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.pipeline.ingest.AccountBook.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Takes in the rows of account after account: facts, repeats and rejects. Where rows stand in the files never decides
 * what becomes of them. One per task; not thread-safe.
 */
final class AccountIntake {
    private final List<Shape> shapes;
    private final IntakeTotals totals;
    private final RejectLog rejects;

    AccountIntake(List<Shape> shapes, IntakeTotals totals, RejectLog rejects) {
        this.shapes = shapes;
        this.totals = totals;
        this.rejects = rejects;
    }

    /**
     * The facts that the rows of one account add to those the lake holds.
     *
     * @param rows in order of {@link Origin#pack}: accounts first, invoices before payments
     */
    List<Fact> take(List<Fact> known, Iterator<Candidate> rows) {
        AccountBook book = new AccountBook(known);
        AccountMoney before = AccountMoney.of(book);
        List<Fact> added = new ArrayList<>();
        List<ReadRow> waiting = new ArrayList<>();
        while (rows.hasNext()) {
            Candidate row = rows.next();
            if (!waiting.isEmpty() && waiting.get(0).table() != tableOf(row)) {
                takeTable(waiting, book, added);
                waiting.clear();
            }
            readRow(row, book).ifPresent(waiting::add);
        }
        takeTable(waiting, book, added);
        reconcile(book, before, !added.isEmpty());
        added.forEach(totals::fact);
        return added;
    }

    private void reconcile(AccountBook book, AccountMoney before, boolean changed) {
        Account account = book.findAccount();
        if (account != null) {
            totals.money(account.currency().getCurrencyCode(), before, changed ? AccountMoney.of(book) : before);
        }
    }

    private static FactTable tableOf(Candidate row) {
        return Origin.unpack(row.origin()).table();
    }

    private Shape shapeOf(Candidate row) {
        return shapes.get(Origin.unpack(row.origin()).feed());
    }

    private Optional<ReadRow> readRow(Candidate row, AccountBook book) {
        Shape shape = shapeOf(row);
        try {
            if (row.isUnreadable()) {
                throw new BadRow(row.problem());
            }
            Cells cells = new Cells(
                    shape, CellCodec.decode(row.payload(), shape.columns().size()));
            return Optional.of(new ReadRow(row, read(cells, book)));
        } catch (BadRow e) {
            reject(row, shape, e.problem());
            return Optional.empty();
        }
    }

    /** Takes the rows of one table in, in the order of what they say. */
    private void takeTable(List<ReadRow> rows, AccountBook book, List<Fact> added) {
        rows.sort(ReadRow.BY_CONTENT);
        AccountRules rules = new AccountRules(book);
        for (ReadRow row : rows) {
            try {
                row.facts().forEach(rules::check);
                keep(row, book, added);
            } catch (BadRow e) {
                reject(row.row(), shapeOf(row.row()), e.problem());
            }
        }
    }

    private void keep(ReadRow row, AccountBook book, List<Fact> added) {
        List<Fact> news = new ArrayList<>(row.facts().size());
        for (Fact fact : row.facts()) {
            Verdict verdict = book.judge(fact);
            if (verdict == Verdict.CONFLICT) {
                throw BadRow.of(
                        RejectReason.DUPLICATE_KEY,
                        null,
                        fact.key(),
                        "the key is already known with other content and the same known time: a correction needs a later known_at");
            }
            if (verdict == Verdict.NEW) {
                news.add(fact);
            }
        }
        news.forEach(book::add);
        added.addAll(news);
        if (news.isEmpty()) {
            totals.repeated(row.table());
        } else {
            totals.accepted(row.table());
        }
    }

    private static List<? extends Fact> read(Cells cells, AccountBook book) {
        if (cells.table() == FactTable.ACCOUNTS) {
            return List.of(AccountReader.read(cells));
        }
        Account account = book.findAccount();
        if (account == null) {
            throw BadRow.of(
                    RejectReason.UNKNOWN_ACCOUNT,
                    SourceColumn.ACCOUNT_ID.code(),
                    cells.find(SourceColumn.ACCOUNT_ID),
                    "no accepted account has this id, in this drop or before");
        }
        return switch (cells.table()) {
            case ACCOUNTS -> throw new IllegalStateException("read above");
            case INVOICES -> List.of(BillingReader.invoice(cells, account.currency()));
            case PAYMENTS -> List.of(BillingReader.payment(cells, account.currency()));
            case CONTACTS -> List.of(ContactReader.read(cells, account.currency()));
            case PROMISES -> List.of(BillingReader.promise(cells, account.currency()));
            case DISPUTES -> StatusReader.dispute(cells);
            case CONSENTS -> List.of(StatusReader.consent(cells));
            case FLAGS -> List.of(StatusReader.flag(cells));
        };
    }

    private void reject(Candidate row, Shape shape, BadRow.Problem problem) {
        Rejected rejected = new Rejected(
                row.origin(),
                shape.file(),
                problem.column(),
                Rejected.shortened(problem.value()),
                problem.reason().code(),
                problem.message());
        totals.rejected(shape.table(), rejected);
        rejects.add(rejected);
    }
}
