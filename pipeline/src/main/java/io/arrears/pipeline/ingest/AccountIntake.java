package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Money;
import io.arrears.pipeline.ingest.AccountBook.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes in the rows of account after account: facts, repeats and rejects. Where rows stand in the files never decides
 * what becomes of them. One per task; not thread-safe.
 */
final class AccountIntake {
    private final List<Shape> shapes;
    private final Set<ForeignKey> foreign;
    private final IntakeTotals totals;
    private final RejectLog rejects;

    AccountIntake(MergedAccounts.Terms terms, IntakeTotals totals, RejectLog rejects) {
        this.shapes = terms.shapes();
        this.foreign = terms.foreign();
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
            if (!waiting.isEmpty() && waiting.get(0).table() != shapeOf(row).table()) {
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

    private Shape shapeOf(Candidate row) {
        return shapes.get(Origin.unpack(row.origin()).feed());
    }

    private Cells cellsOf(Candidate row) {
        Shape shape = shapeOf(row);
        return new Cells(shape, CellCodec.decode(row.payload(), shape.columns().size()));
    }

    private Optional<ReadRow> readRow(Candidate row, AccountBook book) {
        try {
            if (row.isUnreadable()) {
                throw new BadRow(row.problem());
            }
            Cells cells = cellsOf(row);
            List<? extends Fact> facts = read(cells, book);
            checkOwnKey(facts.get(0), row, cells);
            return Optional.of(new ReadRow(row, facts));
        } catch (BadRow e) {
            reject(row, shapeOf(row), e.problem());
            return Optional.empty();
        }
    }

    private void checkOwnKey(Fact fact, Candidate row, Cells cells) {
        if (!foreign.isEmpty() && foreign.contains(new ForeignKey(fact.table(), fact.key(), row.account()))) {
            SourceColumn key = TableLayout.keyColumn(fact.table());
            throw BadRow.of(
                    RejectReason.DUPLICATE_KEY,
                    key.code(),
                    cells.find(key),
                    "the key is another account's: keys are unique in their table");
        }
    }

    /** Takes the rows of one table in, in the order of what they say. */
    private void takeTable(List<ReadRow> rows, AccountBook book, List<Fact> added) {
        rows.sort(ReadRow.BY_CONTENT);
        for (ReadRow row : rows) {
            Supplier<Cells> cells = () -> cellsOf(row.row());
            try {
                AccountRules rules = new AccountRules(book, cells);
                row.facts().forEach(rules::check);
                keep(row, cells, book, added);
            } catch (BadRow e) {
                reject(row.row(), shapeOf(row.row()), e.problem());
            }
        }
    }

    private void keep(ReadRow row, Supplier<Cells> cells, AccountBook book, List<Fact> added) {
        List<Fact> news = new ArrayList<>(row.facts().size());
        for (Fact fact : row.facts()) {
            Verdict verdict = book.judge(fact);
            if (verdict == Verdict.CONFLICT) {
                SourceColumn key = TableLayout.keyColumn(row.table());
                throw BadRow.of(
                        RejectReason.DUPLICATE_KEY,
                        key.code(),
                        cells.get().find(key),
                        "the key is already known with other content and the same known time: a correction needs a later known_at");
            }
            if (verdict == Verdict.NEW) {
                news.add(fact);
            }
        }
        checkAmounts(news, cells, book);
        news.forEach(book::add);
        added.addAll(news);
        if (news.isEmpty()) {
            totals.repeated(row.table());
        } else {
            totals.accepted(row.table());
        }
    }

    /** Sums over an account must fit a long, whatever comes. */
    private static void checkAmounts(List<Fact> news, Supplier<Cells> cells, AccountBook book) {
        if (book.amountsMinorWith(news) > Money.MAX_ACCOUNT_MINOR) {
            throw BadRow.of(
                    RejectReason.AMOUNT_BEYOND_LIMIT,
                    SourceColumn.AMOUNT.code(),
                    cells.get().find(SourceColumn.AMOUNT),
                    "the account's amounts would come to more than %d minor units: check the amounts, or split the account"
                            .formatted(Money.MAX_ACCOUNT_MINOR));
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
