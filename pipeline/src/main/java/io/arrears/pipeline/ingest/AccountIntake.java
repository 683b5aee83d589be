package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Money;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.pipeline.ingest.AccountBook.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes in the rows of account after account: facts, repeats and rejects. One per task; not thread-safe. */
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
        List<Candidate> reversals = new ArrayList<>();
        while (rows.hasNext()) {
            Candidate row = rows.next();
            if (!reversals.isEmpty() && tableOf(row) != FactTable.PAYMENTS) {
                reversals.forEach(reversal -> takeRow(reversal, book, added, null));
                reversals.clear();
            }
            takeRow(row, book, added, reversals);
        }
        reversals.forEach(reversal -> takeRow(reversal, book, added, null));
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

    /** Takes one row in; a reversal waits in {@code later}, when given, for the payments after it. */
    private void takeRow(Candidate row, AccountBook book, List<Fact> added, @Nullable List<Candidate> later) {
        Origin origin = Origin.unpack(row.origin());
        Shape shape = shapes.get(origin.feed());
        try {
            if (row.isUnreadable()) {
                throw new BadRow(row.problem());
            }
            Cells cells = new Cells(
                    shape, CellCodec.decode(row.payload(), shape.columns().size()));
            List<? extends Fact> facts = read(cells, book);
            checkOwnKey(facts.get(0), row, cells);
            if (later != null && isReversal(facts)) {
                later.add(row);
                return;
            }
            AccountRules rules = new AccountRules(book, cells);
            facts.forEach(rules::check);
            keep(facts, cells, book, added);
        } catch (BadRow e) {
            reject(row, shape, e.problem());
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

    private static boolean isReversal(List<? extends Fact> facts) {
        return facts.get(0) instanceof Payment payment && payment.kind() == PaymentKind.REVERSAL;
    }

    private void keep(List<? extends Fact> facts, Cells cells, AccountBook book, List<Fact> added) {
        List<Fact> news = new ArrayList<>(facts.size());
        for (Fact fact : facts) {
            Verdict verdict = book.judge(fact);
            if (verdict == Verdict.CONFLICT) {
                SourceColumn key = TableLayout.keyColumn(cells.table());
                throw BadRow.of(
                        RejectReason.DUPLICATE_KEY,
                        key.code(),
                        cells.find(key),
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
            totals.repeated(cells.table());
        } else {
            totals.accepted(cells.table());
        }
    }

    /** Sums over an account must fit a long, whatever comes. */
    private static void checkAmounts(List<Fact> news, Cells cells, AccountBook book) {
        if (book.amountsMinorWith(news) > Money.MAX_ACCOUNT_MINOR) {
            throw BadRow.of(
                    RejectReason.AMOUNT_BEYOND_LIMIT,
                    SourceColumn.AMOUNT.code(),
                    cells.find(SourceColumn.AMOUNT),
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
