package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Where the money of one payment went: slices on items, in order, and what is left as credit. */
final class Allocation {
    private record Slice(LedgerItem item, long minor) {}

    private final Payment payment;
    private final List<Slice> slices = new ArrayList<>(2);
    private long creditMinor;

    Allocation(Payment payment) {
        this.payment = payment;
        this.creditMinor = payment.amountMinor();
    }

    Payment payment() {
        return payment;
    }

    long creditMinor() {
        return creditMinor;
    }

    void spend(LedgerItem item, int day) {
        long taken = item.take(creditMinor, day);
        if (taken > 0) {
            slices.add(new Slice(item, taken));
            creditMinor -= taken;
        }
    }

    /** Takes up to {@code minor} back, credit first, then the last slices; answers how much. Reopened items are added. */
    long takeBack(long minor, Collection<LedgerItem> open) {
        long fromCredit = Math.min(minor, creditMinor);
        creditMinor -= fromCredit;
        long left = minor - fromCredit;
        while (left > 0 && !slices.isEmpty()) {
            Slice slice = slices.remove(slices.size() - 1);
            long back = Math.min(left, slice.minor());
            boolean whole = back == slice.minor();
            slice.item().giveBack(back, whole);
            open.add(slice.item());
            left -= back;
            if (!whole) {
                slices.add(new Slice(slice.item(), slice.minor() - back));
            }
        }
        return minor - left;
    }
}
