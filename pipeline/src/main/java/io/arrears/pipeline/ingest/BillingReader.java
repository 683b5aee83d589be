package io.arrears.pipeline.ingest;

import static io.arrears.pipeline.ingest.SourceColumn.*;

import io.arrears.model.account.Days;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows with money: invoices, payments, promises. Amounts are in the account's currency. */
final class BillingReader {
    private BillingReader() {}

    static Invoice invoice(Cells cells, Currency currency) {
        checkCurrency(cells, currency);
        String id = CellParser.id(cells, INVOICE_ID);
        int issuedDay = CellParser.day(cells, ISSUED_ON);
        int dueDay = CellParser.day(cells, DUE_ON);
        if (dueDay < issuedDay) {
            throw BadRow.of(
                    RejectReason.DUE_BEFORE_ISSUED,
                    DUE_ON.code(),
                    cells.find(DUE_ON),
                    "due_on is before issued_on: the same day is the earliest");
        }
        return new Invoice(
                id,
                issuedDay,
                dueDay,
                CellParser.positiveMinor(cells, AMOUNT, currency),
                Objects.requireNonNullElse(CellParser.findCode(InvoiceKind.class, cells, KIND), InvoiceKind.INVOICE),
                known(cells, issuedDay));
    }

    static Payment payment(Cells cells, Currency currency) {
        checkCurrency(cells, currency);
        String id = CellParser.id(cells, PAYMENT_ID);
        int paidDay = CellParser.day(cells, PAID_ON);
        PaymentKind kind =
                Objects.requireNonNullElse(CellParser.findCode(PaymentKind.class, cells, KIND), PaymentKind.PAYMENT);
        String reverses = CellParser.findId(cells, REVERSES);
        checkReverses(kind, reverses);
        return new Payment(
                id,
                paidDay,
                CellParser.positiveMinor(cells, AMOUNT, currency),
                kind,
                CellParser.findId(cells, INVOICE_ID),
                reverses,
                cells.find(METHOD),
                known(cells, paidDay));
    }

    private static void checkReverses(PaymentKind kind, @Nullable String reverses) {
        if (kind == PaymentKind.REVERSAL && reverses == null) {
            throw BadRow.of(
                    RejectReason.REVERSES_MISSING,
                    REVERSES.code(),
                    null,
                    "a reversal names in reverses the payment it takes back");
        }
        if (kind != PaymentKind.REVERSAL && reverses != null) {
            throw BadRow.of(
                    RejectReason.UNKNOWN_REVERSES,
                    REVERSES.code(),
                    reverses,
                    "only a row of kind reversal has reverses: leave it blank, or set the kind");
        }
    }

    static Promise promise(Cells cells, Currency currency) {
        checkCurrency(cells, currency);
        String id = CellParser.id(cells, PROMISE_ID);
        int madeDay = CellParser.day(cells, MADE_ON);
        int dueDay = CellParser.day(cells, DUE_ON);
        if (dueDay < madeDay) {
            throw BadRow.of(
                    RejectReason.DUE_BEFORE_MADE,
                    DUE_ON.code(),
                    cells.find(DUE_ON),
                    "due_on is before made_on: the same day is the earliest");
        }
        return new Promise(
                id,
                CellParser.findId(cells, CONTACT_ID),
                madeDay,
                dueDay,
                CellParser.positiveMinor(cells, AMOUNT, currency),
                known(cells, madeDay));
    }

    private static void checkCurrency(Cells cells, Currency currency) {
        String stated = cells.find(CURRENCY);
        if (stated != null && !AccountReader.currency(stated).equals(currency)) {
            throw BadRow.of(
                    RejectReason.OTHER_CURRENCY,
                    CURRENCY.code(),
                    stated,
                    "the account is in %s: amounts of an account are in its currency".formatted(currency));
        }
    }

    /** The explicit known time, or the end of the event's day. */
    static long known(Cells cells, int day) {
        Long known = CellParser.findMicros(cells, KNOWN_AT);
        return known == null ? Days.endMicros(day) : known;
    }
}
