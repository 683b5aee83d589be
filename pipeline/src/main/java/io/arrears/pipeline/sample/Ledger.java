package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The open items of one account, oldest due date first. */
final class Ledger {
    private static final Comparator<OpenItem> OLDEST_FIRST = Comparator.<OpenItem>comparingInt(
                    item -> item.bill().due())
            .thenComparingInt(item -> item.bill().issued());

    private final List<OpenItem> items = new ArrayList<>();

    /** A part of a payment that went to one bill. */
    record Portion(Bill bill, long amountMinor) {}

    void issue(Bill bill) {
        insert(new OpenItem(bill, bill.amountMinor()));
    }

    List<OpenItem> items() {
        return items;
    }

    boolean settled() {
        return items.isEmpty();
    }

    long openMinor() {
        long open = 0;
        for (int i = 0; i < items.size(); i++) {
            open += items.get(i).openMinor();
        }
        return open;
    }

    /** All that is past due on the day. */
    long potMinor(int day) {
        long pot = 0;
        for (int i = 0; i < items.size() && items.get(i).pastDueOn(day); i++) {
            pot += items.get(i).openMinor();
        }
        return pot;
    }

    /** Of the oldest open item; 0 when nothing is past due. */
    int daysPastDue(int day) {
        return items.isEmpty() ? 0 : Math.max(0, day - items.get(0).bill().due());
    }

    /** Takes an amount from one bill; at most what is open on it. */
    void take(OpenItem item, long amountMinor) {
        item.take(amountMinor);
        if (item.openMinor() == 0) {
            items.remove(item);
        }
    }

    /** Takes an amount from the oldest items on. */
    List<Portion> takeOldestFirst(long amountMinor) {
        List<Portion> portions = new ArrayList<>(2);
        long left = amountMinor;
        while (left > 0) {
            OpenItem oldest = items.get(0);
            long part = Math.min(left, oldest.openMinor());
            portions.add(new Portion(oldest.bill(), part));
            take(oldest, part);
            left -= part;
        }
        return portions;
    }

    /** Opens a bill again for a payment taken back. */
    void reopen(Bill bill, long amountMinor) {
        for (OpenItem item : items) {
            if (item.bill().equals(bill)) {
                item.giveBack(amountMinor);
                return;
            }
        }
        insert(new OpenItem(bill, amountMinor));
    }

    private void insert(OpenItem item) {
        int at = items.size();
        while (at > 0 && OLDEST_FIRST.compare(items.get(at - 1), item) > 0) {
            at--;
        }
        items.add(at, item);
    }
}
