package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Replays bills and payments in the order they happened and holds what is open of each item.
 *
 * <p>A payment pays the item it names; what is left, or a payment that names none, pays the oldest open item first (by
 * due day, issue day, id). What is left after that stays as credit and pays items billed or reopened later: open items and credit
 * never stand side by side. A reversal takes a payment back from where it went, last item first, on the day of the
 * reversal; one that names an unknown payment does nothing. Within a day, bills come before payments and payments before reversals.
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

    private List<Invoice> invoices;
    private List<Payment> payments;
    private int nextInvoice;
    private int nextPayment;

    private final List<LedgerItem> items = new ArrayList<>();
    private final NavigableSet<LedgerItem> open = new TreeSet<>(OLDEST_FIRST);
    private final Map<String, LedgerItem> byInvoice = new HashMap<>();
    /** Payments that still have unallocated credit, in order. */
    private final Set<Allocation> credits = new LinkedHashSet<>();

    /** Payments by id; kept only when some payment is taken back. */
    private final Map<String, Allocation> allocations = new HashMap<>();

    private final boolean reversible;
    private final LedgerTrail trail = new LedgerTrail();
    /** The day of the last event replayed. */
    private int day = Integer.MIN_VALUE;

    private long billedMinor;
    private long paidMinor;
    private long adjustedMinor;

    private Ledger(List<Invoice> invoices, List<Payment> payments) {
        this.invoices = inOrder(invoices, BILLING_ORDER);
        this.payments = inOrder(payments, PAYMENT_ORDER);
        this.reversible = hasReversal(this.payments, 0);
    }

    private static boolean hasReversal(List<Payment> payments, int from) {
        for (int i = from; i < payments.size(); i++) {
            if (payments.get(i).kind() == PaymentKind.REVERSAL) {
                return true;
            }
        }
        return false;
    }

    /** Histories hand them in in order, but for reversals. */
    private static <T> List<T> inOrder(List<T> facts, Comparator<T> order) {
        for (int i = 1; i < facts.size(); i++) {
            if (order.compare(facts.get(i - 1), facts.get(i)) > 0) {
                List<T> sorted = new ArrayList<>(facts);
                sorted.sort(order);
                return sorted;
            }
        }
        return facts;
    }

    /** A ledger before the first event; the lists don't change any more. */
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
        for (int next = nextEventDay(); next <= day && next != NEVER; next = nextEventDay()) {
            this.day = next;
            boolean billsFirst =
                    nextInvoice < invoices.size() && invoices.get(nextInvoice).issuedDay() == next;
            if (billsFirst) {
                bill(invoices.get(nextInvoice++));
            } else {
                post(payments.get(nextPayment++));
            }
            trail.step(next, open.isEmpty() ? NEVER : open.first().invoice().dueDay());
        }
    }

    /**
     * Takes on more facts, when that gives the same ledger as a replay of them all: those replayed are still the first, the
     * others happen on later days. Otherwise answers false and stays as it is.
     */
    boolean extend(List<Invoice> allInvoices, List<Payment> allPayments) {
        List<Invoice> bills = inOrder(allInvoices, BILLING_ORDER);
        List<Payment> posts = inOrder(allPayments, PAYMENT_ORDER);
        boolean sound = startsWith(bills, invoices, nextInvoice)
                && startsWith(posts, payments, nextPayment)
                && (nextInvoice == bills.size() || bills.get(nextInvoice).issuedDay() > day)
                && (nextPayment == posts.size() || posts.get(nextPayment).paidDay() > day)
                && (reversible || !hasReversal(posts, nextPayment));
        if (sound) {
            invoices = bills;
            payments = posts;
        }
        return sound;
    }

    private static <T> boolean startsWith(List<T> facts, List<T> start, int size) {
        if (facts.size() < size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (facts.get(i) != start.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** The day of the first event not yet replayed; {@link Integer#MAX_VALUE} when there is none. */
    public int nextEventDay() {
        int billDay = nextInvoice < invoices.size() ? invoices.get(nextInvoice).issuedDay() : NEVER;
        int payDay = nextPayment < payments.size() ? payments.get(nextPayment).paidDay() : NEVER;
        return Math.min(billDay, payDay);
    }

    private void bill(Invoice invoice) {
        LedgerItem item = new LedgerItem(invoice);
        items.add(item);
        byInvoice.put(invoice.id(), item);
        billedMinor += invoice.amountMinor();
        if (item.isOpen()) {
            open.add(item);
            trail.move(day, item, item.openMinor());
            spendCredits();
        }
    }

    private void post(Payment payment) {
        if (payment.kind() == PaymentKind.REVERSAL) {
            reverse(payment);
            return;
        }
        book(payment.kind(), payment.amountMinor());
        Allocation allocation = new Allocation(payment);
        if (reversible) {
            allocations.put(payment.id(), allocation);
        }
        LedgerItem named = payment.invoiceId() == null ? null : byInvoice.get(payment.invoiceId());
        if (named != null && named.isOpen()) {
            spend(allocation, named);
        }
        spendOnOldest(allocation);
        if (allocation.creditMinor() > 0) {
            credits.add(allocation);
        }
    }

    private void reverse(Payment reversal) {
        Allocation original = reversal.reverses() == null ? null : allocations.get(reversal.reverses());
        if (original == null) {
            return;
        }
        long reversed = original.takeBack(reversal.amountMinor(), this::reopen);
        book(original.payment().kind(), -reversed);
        if (original.creditMinor() == 0) {
            credits.remove(original);
        }
        spendCredits();
    }

    private void reopen(LedgerItem item, long minor) {
        open.add(item);
        trail.move(day, item, minor);
    }

    private void spendCredits() {
        if (credits.isEmpty()) {
            return;
        }
        Iterator<Allocation> waiting = credits.iterator();
        while (!open.isEmpty() && waiting.hasNext()) {
            Allocation credit = waiting.next();
            spendOnOldest(credit);
            if (credit.creditMinor() == 0) {
                waiting.remove();
            }
        }
    }

    private void spendOnOldest(Allocation allocation) {
        while (allocation.creditMinor() > 0 && !open.isEmpty()) {
            spend(allocation, open.first());
        }
    }

    private void spend(Allocation allocation, LedgerItem item) {
        trail.move(day, item, -allocation.spend(item, day));
        if (!item.isOpen()) {
            open.remove(item);
        }
    }

    private void book(PaymentKind kind, long minor) {
        if (kind.isAdjustment()) {
            adjustedMinor += minor;
        } else {
            paidMinor += minor;
        }
    }

    /** How it came to stand as it does. */
    public LedgerTrail trail() {
        return trail;
    }

    /** Every item billed so far, in order of billing. */
    public List<LedgerItem> items() {
        return Collections.unmodifiableList(items);
    }

    /** The open items as they are now, oldest due first. */
    public List<LedgerItem> openItems() {
        return List.copyOf(open);
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
            if (item.invoice().dueDay() >= day) {
                break;
            }
            sum += item.openMinor();
        }
        return sum;
    }

    /** Days past due of the oldest open item; 0 when nothing is past due. */
    public int daysPastDue(int day) {
        return open.isEmpty() ? 0 : open.first().daysPastDue(day);
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
