package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as one would explain it: a list of slices "this much of that payment went there", everything else summed
 * up from it anew each time. Slow, obvious, and written apart from {@link Ledger}, for properties to compare.
 */
public final class SlowLedger {
    /** {@code invoice} absent: still credit. */
    private record Slice(Payment payment, @Nullable Invoice invoice, long minor, int day) {}

    private static final Comparator<Invoice> OLDEST_FIRST = Comparator.comparingInt(Invoice::dueDay)
            .thenComparingInt(Invoice::issuedDay)
            .thenComparing(Invoice::id);

    private final List<Invoice> billed = new ArrayList<>();
    private final List<Slice> slices = new ArrayList<>();

    public static SlowLedger of(KnownHistory known) {
        return through(known.asOfDay(), known.invoices(), known.payments());
    }

    public static SlowLedger through(int day, List<Invoice> invoices, List<Payment> payments) {
        SlowLedger ledger = new SlowLedger();
        List<Fact> events = new ArrayList<>(invoices);
        events.addAll(payments);
        events.sort(Comparator.comparingInt(Fact::eventDay)
                .thenComparingInt(SlowLedger::rank)
                .thenComparing(Fact::key));
        events.stream().filter(event -> event.eventDay() <= day).forEach(ledger::replay);
        return ledger;
    }

    private static int rank(Fact event) {
        return event instanceof Invoice ? 0 : ((Payment) event).kind() == PaymentKind.REVERSAL ? 2 : 1;
    }

    private void replay(Fact event) {
        if (event instanceof Invoice invoice) {
            billed.add(invoice);
        } else if (event instanceof Payment payment && payment.kind() == PaymentKind.REVERSAL) {
            takeBack(payment);
        } else if (event instanceof Payment payment) {
            slices.add(new Slice(payment, null, payment.amountMinor(), payment.paidDay()));
            billed.stream()
                    .filter(invoice -> invoice.id().equals(payment.invoiceId()) && openMinor(invoice) > 0)
                    .findFirst()
                    .ifPresent(invoice -> move(slices.size() - 1, invoice, event.eventDay()));
        }
        spendCredit(event.eventDay());
    }

    private void spendCredit(int day) {
        for (int i = 0; i < slices.size(); i++) {
            while (i < slices.size()
                    && slices.get(i).invoice() == null
                    && findOldest().isPresent()) {
                move(i, findOldest().orElseThrow(), day);
            }
        }
    }

    /** Moves credit of a slice to an item; the slice goes when nothing is left of it. */
    private void move(int credit, Invoice invoice, int day) {
        Slice slice = slices.get(credit);
        long minor = Math.min(slice.minor(), openMinor(invoice));
        slices.add(new Slice(slice.payment(), invoice, minor, day));
        shrink(credit, minor);
    }

    private void shrink(int index, long minor) {
        Slice slice = slices.get(index);
        if (slice.minor() == minor) {
            slices.remove(index);
        } else {
            slices.set(index, new Slice(slice.payment(), slice.invoice(), slice.minor() - minor, slice.day()));
        }
    }

    private void takeBack(Payment reversal) {
        long left = reversal.amountMinor();
        for (boolean credit : new boolean[] {true, false}) {
            for (int i = slices.size() - 1; i >= 0; i--) {
                Slice slice = slices.get(i);
                if (slice.payment().id().equals(reversal.reverses()) && slice.invoice() == null == credit && left > 0) {
                    long back = Math.min(left, slice.minor());
                    shrink(i, back);
                    left -= back;
                }
            }
        }
    }

    private Optional<Invoice> findOldest() {
        return billed.stream().filter(invoice -> openMinor(invoice) > 0).min(OLDEST_FIRST);
    }

    private List<Slice> slicesOn(Invoice invoice) {
        return slices.stream().filter(slice -> invoice.equals(slice.invoice())).toList();
    }

    /** Every item billed, in order of billing. */
    public List<Invoice> billed() {
        return List.copyOf(billed);
    }

    public long openMinor(Invoice invoice) {
        return invoice.amountMinor()
                - slicesOn(invoice).stream().mapToLong(Slice::minor).sum();
    }

    public List<Invoice> open() {
        return billed.stream()
                .filter(invoice -> openMinor(invoice) > 0)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    /** The settled items in order of settlement, then of billing. */
    public List<Invoice> settled() {
        return billed.stream()
                .filter(invoice -> openMinor(invoice) == 0)
                .sorted(Comparator.comparingInt(this::settledDay))
                .toList();
    }

    public int settledDay(Invoice invoice) {
        return slicesOn(invoice).stream().mapToInt(Slice::day).max().orElseThrow();
    }

    public int daysLate(Invoice invoice) {
        return settledDay(invoice) - invoice.dueDay();
    }

    public int parts(Invoice invoice) {
        return slicesOn(invoice).size();
    }

    public long openMinor() {
        return billed.stream().mapToLong(this::openMinor).sum();
    }

    public long creditMinor() {
        return slices.stream()
                .filter(slice -> slice.invoice() == null)
                .mapToLong(Slice::minor)
                .sum();
    }

    public long billedMinor() {
        return billed.stream().mapToLong(Invoice::amountMinor).sum();
    }

    /** Money, or adjustments, that were not taken back. */
    public long paidMinor(boolean adjustments) {
        return slices.stream()
                .filter(slice -> slice.payment().kind().isAdjustment() == adjustments)
                .mapToLong(Slice::minor)
                .sum();
    }
}
