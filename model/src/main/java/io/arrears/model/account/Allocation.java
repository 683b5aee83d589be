package io.arrears.model.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

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

    /** Answers how much of the item it paid. */
    long spend(LedgerItem item, int day) {
        long taken = item.take(creditMinor, day);
        if (taken > 0) {
            slices.add(new Slice(item, taken));
            creditMinor -= taken;
        }
        return taken;
    }

    /** Takes up to {@code minor} back, credit first, then the last slices, each told to {@code reopened}; answers how much. */
    long takeBack(long minor, ObjLongConsumer<LedgerItem> reopened) {
        long fromCredit = Math.min(minor, creditMinor);
        creditMinor -= fromCredit;
        long left = minor - fromCredit;
        while (left > 0 && !slices.isEmpty()) {
            Slice slice = slices.remove(slices.size() - 1);
            long back = Math.min(left, slice.minor());
            boolean whole = back == slice.minor();
            slice.item().giveBack(back, whole);
            reopened.accept(slice.item(), back);
            left -= back;
            if (!whole) {
                slices.add(new Slice(slice.item(), slice.minor() - back));
            }
        }
        return minor - left;
    }
}
