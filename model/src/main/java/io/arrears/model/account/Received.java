package io.arrears.model.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The money that came in and stayed: rows of kind {@code payment}, oldest first, each less what reversals known by now
 * took back; those taken back in whole are left out.
 */
public final class Received {
    private final int[] days;
    /** {@code cumulativeMinor[i]} is the sum of the first i payments. */
    private final long[] cumulativeMinor;

    private int size;

    private Received(int capacity) {
        days = new int[capacity];
        cumulativeMinor = new long[capacity + 1];
    }

    public static Received of(KnownHistory known) {
        List<Payment> payments = known.payments();
        Map<String, Long> reversedMinor = reversedMinor(payments);
        Received received = new Received(payments.size());
        for (Payment payment : payments) {
            if (payment.kind() == PaymentKind.PAYMENT) {
                long back = reversedMinor.isEmpty() ? 0 : reversedMinor.getOrDefault(payment.id(), 0L);
                received.add(payment.paidDay(), payment.amountMinor() - back);
            }
        }
        return received;
    }

    private static Map<String, Long> reversedMinor(List<Payment> payments) {
        Map<String, Long> sums = Map.of();
        for (Payment payment : payments) {
            if (payment.kind() == PaymentKind.REVERSAL && payment.reverses() != null) {
                if (sums.isEmpty()) {
                    sums = new HashMap<>();
                }
                sums.merge(payment.reverses(), payment.amountMinor(), Long::sum);
            }
        }
        return sums;
    }

    private void add(int day, long minor) {
        if (minor > 0) {
            days[size] = day;
            cumulativeMinor[size + 1] = cumulativeMinor[size] + minor;
            size++;
        }
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int day(int index) {
        return days[index];
    }

    public int lastDay() {
        return days[size - 1];
    }

    public long minor(int index) {
        return cumulativeMinor[index + 1] - cumulativeMinor[index];
    }

    public long totalMinor() {
        return cumulativeMinor[size];
    }

    /** How many payments came in on {@code day} or later. */
    public int countSince(int day) {
        return size - firstSince(day);
    }

    /** The sum of the payments from {@code day} on. */
    public long minorSince(int day) {
        return cumulativeMinor[size] - cumulativeMinor[firstSince(day)];
    }

    /** The sum of the payments from one day through another, both included. */
    public long minorBetween(int fromDay, int throughDay) {
        return cumulativeMinor[firstSince(throughDay + 1)] - cumulativeMinor[firstSince(fromDay)];
    }

    /** Whether a payment came in from one day through another, both included. */
    public boolean anyBetween(int fromDay, int throughDay) {
        int first = firstSince(fromDay);
        return first < size && days[first] <= throughDay;
    }

    /** The index of the first payment on {@code day} or later; the size when there is none. */
    private int firstSince(int day) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
