package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules between rows of one account; what breaks one ends its row. */
final class AccountRules {
    private final AccountBook book;

    AccountRules(AccountBook book) {
        this.book = book;
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
        Fact original = reverses == null ? null : book.findLatest(FactTable.PAYMENTS, reverses);
        if (!(original instanceof Payment payment) || payment.kind() == PaymentKind.REVERSAL) {
            throw BadRow.of(
                    RejectReason.UNKNOWN_REVERSES,
                    SourceColumn.REVERSES.code(),
                    reverses,
                    "the account has no such payment, in this drop or before");
        }
        if (reversal.paidDay() < payment.paidDay()) {
            throw tooEarly(reversal.reverses());
        }
        long others = reversals(payment.id()).stream()
                .filter(other -> !other.id().equals(reversal.id()))
                .mapToLong(Payment::amountMinor)
                .sum();
        if (others + reversal.amountMinor() > payment.amountMinor()) {
            throw tooMuch(reversal.reverses());
        }
    }

    /** A new version of a payment that was taken back must still cover its reversals. */
    private void checkReversalsOf(Payment payment) {
        if (!book.holds(FactTable.PAYMENTS, payment.id())) {
            return;
        }
        List<Payment> reversals = reversals(payment.id());
        if (reversals.stream().anyMatch(reversal -> reversal.paidDay() < payment.paidDay())) {
            throw tooEarly(payment.id());
        }
        if (reversals.stream().mapToLong(Payment::amountMinor).sum() > payment.amountMinor()) {
            throw tooMuch(payment.id());
        }
    }

    private List<Payment> reversals(String paymentId) {
        return book.payments().stream()
                .filter(payment -> payment.kind() == PaymentKind.REVERSAL && paymentId.equals(payment.reverses()))
                .toList();
    }

    private static BadRow tooEarly(@Nullable String paymentId) {
        return BadRow.of(
                RejectReason.REVERSAL_BEFORE_PAYMENT,
                SourceColumn.PAID_ON.code(),
                paymentId,
                "a payment would be taken back before the day it was paid");
    }

    private static BadRow tooMuch(@Nullable String paymentId) {
        return BadRow.of(
                RejectReason.REVERSAL_ABOVE_PAYMENT,
                SourceColumn.AMOUNT.code(),
                paymentId,
                "the reversals of the payment come to more than the payment");
    }
}
