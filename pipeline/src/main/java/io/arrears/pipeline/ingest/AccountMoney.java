package io.arrears.pipeline.ingest;

import io.arrears.model.account.Invoice;
import io.arrears.model.account.Ledger;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an account's bills and payments come to, counted twice: as plain sums over the rows, and as the balance that
 * replaying them leaves. {@code billed − paid − adjusted = balance} wherever both are right.
 *
 * @param balanceMinor open balance less credit, by the ledger
 */
record AccountMoney(long billedMinor, long paidMinor, long adjustedMinor, long balanceMinor) {
    private static final AccountMoney ZERO = new AccountMoney(0, 0, 0, 0);
    private static final int LAST_DAY = Integer.MAX_VALUE - 1;

    static AccountMoney of(AccountBook book) {
        List<Invoice> invoices = book.invoices();
        List<Payment> payments = book.payments();
        if (invoices.isEmpty() && payments.isEmpty()) {
            return ZERO;
        }
        Ledger ledger = Ledger.through(LAST_DAY, invoices, payments);
        long adjusted = sum(payments, true);
        return new AccountMoney(
                invoices.stream().mapToLong(Invoice::amountMinor).sum(),
                sum(payments, false),
                adjusted,
                ledger.openMinor() - ledger.creditMinor());
    }

    private static long sum(List<Payment> payments, boolean adjustments) {
        Map<String, PaymentKind> kinds = new HashMap<>();
        payments.forEach(payment -> kinds.put(payment.id(), payment.kind()));
        long sum = 0;
        for (Payment payment : payments) {
            boolean reversal = payment.kind() == PaymentKind.REVERSAL;
            PaymentKind kind = reversal ? kinds.get(payment.reverses()) : payment.kind();
            if (kind != null && kind.isAdjustment() == adjustments) {
                sum += reversal ? -payment.amountMinor() : payment.amountMinor();
            }
        }
        return sum;
    }
}
