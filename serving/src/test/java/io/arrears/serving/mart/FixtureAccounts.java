package io.arrears.serving.mart;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import io.arrears.model.account.LedgerItem;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes the tables that follow from the facts of the book: fact, account, the typed facts and month_end. */
final class FixtureAccounts {
    private static final int MONTHS = 24;
    private static final int GRACE_DAYS = 3;
    private static final int ANSWER_DAYS = 14;

    private final DuckDBConnection connection;
    private final LocalDate asOf;
    private final List<FixtureBook.Entry> book;

    FixtureAccounts(DuckDBConnection connection, LocalDate asOf, List<FixtureBook.Entry> book) {
        this.connection = connection;
        this.asOf = asOf;
        this.book = book;
    }

    void write() throws SQLException {
        try (TableWriter out = new TableWriter(connection, "fact")) {
            for (FixtureBook.Entry entry : book) {
                for (Fact fact : entry.facts()) {
                    out.row(cells(FactCodec.toRow(entry.id(), fact)));
                }
            }
        }
        try (TableWriter accounts = new TableWriter(connection, "account");
                TableWriter months = new TableWriter(connection, "month_end")) {
            for (FixtureBook.Entry entry : book) {
                account(accounts, known(entry));
                months(months, known(entry));
            }
        }
        try (TableWriter invoices = new TableWriter(connection, "invoice");
                TableWriter payments = new TableWriter(connection, "payment")) {
            for (FixtureBook.Entry entry : book) {
                invoices(invoices, known(entry));
                payments(payments, known(entry));
            }
        }
        try (TableWriter contacts = new TableWriter(connection, "contact");
                TableWriter promises = new TableWriter(connection, "promise");
                TableWriter disputes = new TableWriter(connection, "dispute")) {
            for (FixtureBook.Entry entry : book) {
                contacts(contacts, known(entry));
                promises(promises, known(entry));
                disputes(disputes, known(entry));
            }
        }
    }

    private KnownHistory known(FixtureBook.Entry entry) {
        return entry.history().knownAtStartOf(Days.of(asOf));
    }

    private static @Nullable Object[] cells(FactRow row) {
        @Nullable Object[] cells = new Object[FactColumn.values().length];
        for (FactColumn column : FactColumn.values()) {
            cells[column.ordinal()] = row.get(column);
        }
        return cells;
    }

    private void account(TableWriter out, KnownHistory known) throws SQLException {
        Account account = known.getAccount();
        AccountProfile profile = account.profile();
        Ledger ledger = known.ledger();
        int day = known.asOfDay();
        out.row(
                known.id().value(),
                account.debtorId(),
                account.type().code(),
                account.currency().getCurrencyCode(),
                Days.date(account.openedDay()),
                profile.party().code(),
                profile.jurisdiction(),
                profile.timeZones().get(0).getId(),
                profile.segment(),
                profile.preferredChannel() == null
                        ? null
                        : profile.preferredChannel().code(),
                profile.creditLimitMinor(),
                known.isOpen(),
                ledger.openMinor(),
                ledger.pastDueMinor(day),
                ledger.creditMinor(),
                known.daysPastDue(),
                bucket(known, ledger, day),
                known.disputes().stream().anyMatch(dispute -> dispute.isOpenOn(day)),
                known.promises().stream().anyMatch(promise -> promise.dueDay() + GRACE_DAYS >= day),
                known.flags().stream()
                        .filter(flag -> flag.isInForceOn(day))
                        .map(Flag::kind)
                        .map(FlagKind::code)
                        .toList());
    }

    private static String bucket(KnownHistory known, Ledger ledger, int day) {
        if (known.flags().stream().anyMatch(flag -> flag.kind() == FlagKind.SOLD && flag.isInForceOn(day))) {
            return "SOLD";
        }
        if (known.flags().stream().anyMatch(flag -> flag.kind() == FlagKind.CHARGED_OFF && flag.isInForceOn(day))) {
            return "CHARGED_OFF";
        }
        if (ledger.openMinor() == 0) {
            return "PAID";
        }
        int past = ledger.daysPastDue(day);
        return past == 0
                ? "CURRENT"
                : past > 120
                        ? "121+"
                        : List.of("1-30", "31-60", "61-90", "91-120").get((past - 1) / 30);
    }

    private void months(TableWriter out, KnownHistory known) throws SQLException {
        Account account = known.getAccount();
        Ledger ledger = Ledger.start(known.invoices(), known.payments());
        for (YearMonth month = YearMonth.from(asOf).minusMonths(MONTHS);
                month.isBefore(YearMonth.from(asOf));
                month = month.plusMonths(1)) {
            int end = Days.of(month.atEndOfMonth());
            long billed = ledger.billedMinor();
            long paid = ledger.paidMinor();
            long adjusted = ledger.adjustedMinor();
            ledger.advanceTo(end);
            if (account.openedDay() <= end) {
                out.row(
                        known.id().value(),
                        month.atEndOfMonth(),
                        account.type().code(),
                        account.profile().segment(),
                        account.currency().getCurrencyCode(),
                        ledger.openMinor(),
                        ledger.pastDueMinor(end),
                        ledger.creditMinor(),
                        ledger.daysPastDue(end),
                        bucket(known, ledger, end),
                        ledger.billedMinor() - billed,
                        ledger.paidMinor() - paid,
                        ledger.adjustedMinor() - adjusted);
            }
        }
    }

    private static void invoices(TableWriter out, KnownHistory known) throws SQLException {
        for (LedgerItem item : known.ledger().items()) {
            var invoice = item.invoice();
            out.row(
                    known.id().value(),
                    invoice.id(),
                    "EUR",
                    Days.date(invoice.issuedDay()),
                    Days.date(invoice.dueDay()),
                    invoice.kind().code(),
                    invoice.amountMinor(),
                    item.openMinor(),
                    item.isOpen() ? null : Days.date(item.settledDay()));
        }
    }

    private static void payments(TableWriter out, KnownHistory known) throws SQLException {
        for (Payment payment : known.payments()) {
            out.row(
                    known.id().value(),
                    payment.id(),
                    "EUR",
                    Days.date(payment.paidDay()),
                    time(payment.knownMicros()),
                    payment.kind().code(),
                    payment.amountMinor(),
                    payment.method(),
                    collectedMinor(payment));
        }
    }

    private static long collectedMinor(Payment payment) {
        return switch (payment.kind()) {
            case PAYMENT -> payment.amountMinor();
            case REVERSAL -> -payment.amountMinor();
            default -> 0L;
        };
    }

    private static long receivedMinor(KnownHistory known, int from, int through) {
        return known.payments().stream()
                .filter(payment -> payment.kind() == PaymentKind.PAYMENT)
                .filter(payment -> payment.paidDay() >= from && payment.paidDay() <= through)
                .mapToLong(Payment::amountMinor)
                .sum();
    }

    private static void contacts(TableWriter out, KnownHistory known) throws SQLException {
        for (Contact contact : known.contacts()) {
            var outcome = contact.result().outcome();
            out.row(
                    known.id().value(),
                    contact.id(),
                    "EUR",
                    Days.date(contact.decidedDay()),
                    contact.atMicros() == null ? null : time(contact.atMicros()),
                    contact.arm().action(),
                    contact.arm().channel().code(),
                    contact.arm().window().code(),
                    contact.direction().code(),
                    outcome == null ? null : outcome.code(),
                    contact.result().rightParty(),
                    contact.result().complaint(),
                    contact.terms().costMinor(),
                    contact.terms().agentId(),
                    contact.result().talkSeconds(),
                    contact.terms().propensity(),
                    receivedMinor(known, contact.decidedDay(), contact.decidedDay() + ANSWER_DAYS - 1));
        }
    }

    private static void promises(TableWriter out, KnownHistory known) throws SQLException {
        for (Promise promise : known.promises()) {
            long received = receivedMinor(known, promise.madeDay(), promise.dueDay() + GRACE_DAYS);
            boolean pending = promise.dueDay() + GRACE_DAYS >= known.asOfDay();
            String agent = known.contacts().stream()
                    .filter(contact -> contact.id().equals(promise.contactId()))
                    .map(contact -> contact.terms().agentId())
                    .findFirst()
                    .orElse(null);
            out.row(
                    known.id().value(),
                    promise.id(),
                    "EUR",
                    promise.contactId(),
                    agent,
                    Days.date(promise.madeDay()),
                    Days.date(promise.dueDay()),
                    promise.amountMinor(),
                    received,
                    received >= promise.amountMinor() ? "kept" : pending ? "pending" : "broken");
        }
    }

    private static void disputes(TableWriter out, KnownHistory known) throws SQLException {
        for (Dispute dispute : known.disputes()) {
            out.row(
                    known.id().value(),
                    dispute.id(),
                    dispute.invoiceId(),
                    Days.date(dispute.openedDay()),
                    dispute.closedDay() == null ? null : Days.date(dispute.closedDay()),
                    dispute.resolution().code(),
                    dispute.reason());
        }
    }

    private static LocalDateTime time(long micros) {
        return LocalDateTime.ofInstant(Days.instant(micros), ZoneOffset.UTC);
    }
}
