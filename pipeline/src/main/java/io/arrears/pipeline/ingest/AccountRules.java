package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rules between rows of one account; what breaks one ends its row. */
final class AccountRules {
    private final AccountBook book;
    private final Supplier<Cells> cells;

    /** @param cells the row the facts come from: its cells are what quarantine names */
    AccountRules(AccountBook book, Supplier<Cells> cells) {
        this.book = book;
        this.cells = cells;
    }

    void check(Fact fact) {
        if (fact instanceof Account account) {
            checkCurrency(account);
        } else if (fact instanceof Payment payment) {
            checkInvoice(payment.invoiceId());
            if (payment.kind() == PaymentKind.REVERSAL) {
                checkReversal(payment);
            } else {
                checkReversalsOf(payment);
            }
        } else if (fact instanceof Dispute dispute) {
            checkInvoice(dispute.invoiceId());
        }
    }

    private void checkCurrency(Account account) {
        Account known = book.findAccount();
        if (known != null && !known.currency().equals(account.currency())) {
            throw BadRow.of(
                    RejectReason.OTHER_CURRENCY,
                    SourceColumn.CURRENCY.code(),
                    account.currency().getCurrencyCode(),
                    "the account is known in %s: open another account for another currency"
                            .formatted(known.currency()));
        }
    }

    private void checkInvoice(@Nullable String invoiceId) {
        if (invoiceId != null && !book.holds(FactTable.INVOICES, invoiceId)) {
            throw BadRow.of(
                    RejectReason.UNKNOWN_INVOICE,
                    SourceColumn.INVOICE_ID.code(),
                    invoiceId,
                    "the account has no such invoice, in this drop or before: leave it blank, or deliver the invoice");
        }
    }

    private void checkReversal(Payment reversal) {
        String reverses = reversal.reverses();
        Fact original = reverses == null || reverses.equals(reversal.id())
                ? null
                : book.findLatest(FactTable.PAYMENTS, reverses);
        if (!(original instanceof Payment payment) || payment.kind() == PaymentKind.REVERSAL) {
            throw broken(
                    RejectReason.UNKNOWN_REVERSES,
                    SourceColumn.REVERSES,
                    "the account has no such payment, in this drop or before");
        }
        if (!book.reversalsOf(reversal.id()).isEmpty()) {
            throw broken(
                    RejectReason.UNKNOWN_REVERSES,
                    SourceColumn.KIND,
                    "a payment that was taken back cannot become a reversal: take its reversals over first");
        }
        if (reversal.paidDay() < payment.paidDay()) {
            throw tooEarly();
        }
        long others = book.reversalsOf(payment.id()).sumMinor() - formerlyTakenBack(reversal);
        if (others + reversal.amountMinor() > payment.amountMinor()) {
            throw tooMuch();
        }
    }

    /** What the version of the reversal known last takes back of the same payment. */
    private long formerlyTakenBack(Payment reversal) {
        return book.findLatest(FactTable.PAYMENTS, reversal.id()) instanceof Payment latest
                        && latest.kind() == PaymentKind.REVERSAL
                        && Objects.equals(latest.reverses(), reversal.reverses())
                ? latest.amountMinor()
                : 0;
    }

    /** A new version of a payment that was taken back must still cover its reversals. */
    private void checkReversalsOf(Payment payment) {
        TakenBack.Reversals reversals = book.reversalsOf(payment.id());
        if (reversals.anyBefore(payment.paidDay())) {
            throw tooEarly();
        }
        if (reversals.sumMinor() > payment.amountMinor()) {
            throw tooMuch();
        }
    }

    private BadRow tooEarly() {
        return broken(
                RejectReason.REVERSAL_BEFORE_PAYMENT,
                SourceColumn.PAID_ON,
                "a payment would be taken back before the day it was paid");
    }

    private BadRow tooMuch() {
        return broken(
                RejectReason.REVERSAL_ABOVE_PAYMENT,
                SourceColumn.AMOUNT,
                "the reversals of the payment come to more than the payment");
    }

    private BadRow broken(RejectReason reason, SourceColumn column, String message) {
        return BadRow.of(reason, column.code(), cells.get().find(column), message);
    }
}
