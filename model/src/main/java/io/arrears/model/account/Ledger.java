package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replays bills and payments in the order they happened and holds what is open of each item.
 *
 * <p>A payment pays the item it names; what is left, or a payment that names none, pays the oldest open item first (by
 * due day, issue day, id). What is left after that stays as credit and pays items billed later. A reversal takes a
 * payment back from where it went, last item first, on the day of the reversal; one that names an unknown payment does
 * nothing. Within a day, bills come before payments and payments before reversals.
 *
 * <p>Days past due are anchored on the due date of the oldest open item. {@link #advanceTo} shows the account through
 * time. Not thread-safe.
 */
public final class Ledger {
    private static final Comparator<LedgerItem> OLDEST_FIRST = Comparator.comparingInt(
                    (LedgerItem item) -> item.invoice().dueDay())
            .thenComparingInt(item -> item.invoice().issuedDay())
            .thenComparing(item -> item.invoice().id());
    private static final Comparator<Invoice> BILLING_ORDER =
            Comparator.comparingInt(Invoice::issuedDay).thenComparing(Invoice::id);
    private static final Comparator<Payment> PAYMENT_ORDER = Comparator.comparingInt(Payment::paidDay)
            .thenComparing(payment -> payment.kind() == PaymentKind.REVERSAL)
            .thenComparing(Payment::id);

    private static final int NEVER = Integer.MAX_VALUE;

    private final List<Invoice> invoices;
    private final List<Payment> payments;
    private int nextInvoice;
    private int nextPayment;

    private final List<LedgerItem> items = new ArrayList<>();
    /** Open items, oldest first. */
    private final List<LedgerItem> open = new ArrayList<>();
    /** Payments that still have unallocated credit, in order. */
    private final List<Allocation> credits = new ArrayList<>();

    private final Map<String, Allocation> allocations = new HashMap<>();
    private long billedMinor;
    private long paidMinor;
    private long adjustedMinor;

    private Ledger(List<Invoice> invoices, List<Payment> payments) {
        this.invoices = invoices.stream().sorted(BILLING_ORDER).toList();
        this.payments = payments.stream().sorted(PAYMENT_ORDER).toList();
    }

    /** A ledger before the first event. */
    public static Ledger start(List<Invoice> invoices, List<Payment> payments) {
        return new Ledger(invoices, payments);
    }

    /** A ledger at the end of {@code day}. */
    public static Ledger through(int day, List<Invoice> invoices, List<Payment> payments) {
        Ledger ledger = start(invoices, payments);
        ledger.advanceTo(day);
        return ledger;
    }

    /** Replays every event up to the end of {@code day}; days only go forward. */
    public void advanceTo(int day) {
        while (true) {
            int billDay =
                    nextInvoice < invoices.size() ? invoices.get(nextInvoice).issuedDay() : NEVER;
            int payDay =
                    nextPayment < payments.size() ? payments.get(nextPayment).paidDay() : NEVER;
            if (Math.min(billDay, payDay) > day || Math.min(billDay, payDay) == NEVER) {
                return;
            }
            if (billDay <= payDay) {
                bill(invoices.get(nextInvoice++));
            } else {
                post(payments.get(nextPayment++));
            }
        }
    }

    private void bill(Invoice invoice) {
        LedgerItem item = new LedgerItem(invoice);
        items.add(item);
        billedMinor += invoice.amountMinor();
        insertOpen(item);
        while (item.isOpen() && !credits.isEmpty()) {
            Allocation credit = credits.get(0);
            credit.spend(item, invoice.issuedDay());
            if (credit.creditMinor() == 0) {
                credits.remove(0);
            }
        }
        dropSettled();
    }

    private void post(Payment payment) {
        if (payment.kind() == PaymentKind.REVERSAL) {
            reverse(payment);
            return;
        }
        book(payment.kind(), payment.amountMinor());
        Allocation allocation = new Allocation(payment);
        allocations.put(payment.id(), allocation);
        LedgerItem named = findOpen(payment.invoiceId());
        if (named != null) {
            allocation.spend(named, payment.paidDay());
        }
        for (LedgerItem item : open) {
            if (allocation.creditMinor() == 0) {
                break;
            }
            allocation.spend(item, payment.paidDay());
        }
        dropSettled();
        if (allocation.creditMinor() > 0) {
            credits.add(allocation);
        }
    }

    private void reverse(Payment reversal) {
        Allocation original = reversal.reverses() == null ? null : allocations.get(reversal.reverses());
        if (original == null) {
            return;
        }
        List<LedgerItem> reopened = new ArrayList<>();
        long reversed = original.takeBack(reversal.amountMinor(), reopened);
        book(original.payment().kind(), -reversed);
        for (LedgerItem item : reopened) {
            if (!open.contains(item)) {
                insertOpen(item);
            }
        }
        credits.removeIf(credit -> credit.creditMinor() == 0);
    }

    private void book(PaymentKind kind, long minor) {
        if (kind.isAdjustment()) {
            adjustedMinor += minor;
        } else {
            paidMinor += minor;
        }
    }

    private void insertOpen(LedgerItem item) {
        int at = Collections.binarySearch(open, item, OLDEST_FIRST);
        open.add(at < 0 ? -at - 1 : at, item);
    }

    private void dropSettled() {
        open.removeIf(item -> !item.isOpen());
    }

    private @Nullable LedgerItem findOpen(@Nullable String invoiceId) {
        if (invoiceId == null) {
            return null;
        }
        for (LedgerItem item : open) {
            if (item.invoice().id().equals(invoiceId)) {
                return item;
            }
        }
        return null;
    }

    /** Every item billed so far, in order of billing. */
    public List<LedgerItem> items() {
        return Collections.unmodifiableList(items);
    }

    /** The open items, oldest due first. */
    public List<LedgerItem> openItems() {
        return Collections.unmodifiableList(open);
    }

    /** Open balance: the sum over open items. Credit is apart, in {@link #creditMinor}. */
    public long openMinor() {
        long sum = 0;
        for (LedgerItem item : open) {
            sum += item.openMinor();
        }
        return sum;
    }

    /** The part of the open balance whose due day is before {@code day}. */
    public long pastDueMinor(int day) {
        long sum = 0;
        for (LedgerItem item : open) {
            if (item.invoice().dueDay() < day) {
                sum += item.openMinor();
            }
        }
        return sum;
    }

    /** Days past due of the oldest open item; 0 when nothing is past due. */
    public int daysPastDue(int day) {
        return open.isEmpty() ? 0 : open.get(0).daysPastDue(day);
    }

    /** Money that came in beyond what was billed. */
    public long creditMinor() {
        long sum = 0;
        for (Allocation credit : credits) {
            sum += credit.creditMinor();
        }
        return sum;
    }

    public long billedMinor() {
        return billedMinor;
    }

    /** Money received less money taken back. {@code billed - paid - adjusted = open - credit}, always. */
    public long paidMinor() {
        return paidMinor;
    }

    /** Credit notes and write-offs less those taken back. */
    public long adjustedMinor() {
        return adjustedMinor;
    }
}
