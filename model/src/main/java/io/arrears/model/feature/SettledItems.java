package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.LedgerItem;
import java.util.Arrays;
import java.util.List;

/** The items of which nothing is open any more, in order of settlement, then of billing. */
final class SettledItems {
    private static final int INDEX_BITS = 32;

    private final List<LedgerItem> items;
    /** Settlement day above, index into the items below. */
    private final long[] order;

    private SettledItems(List<LedgerItem> items, long[] order) {
        this.items = items;
        this.order = order;
    }

    static SettledItems of(KnownHistory known) {
        List<LedgerItem> items = known.ledger().items();
        long[] order = new long[items.size()];
        int size = 0;
        for (int i = 0; i < items.size(); i++) {
            LedgerItem item = items.get(i);
            if (!item.isOpen()) {
                order[size++] = ((long) item.settledDay() << INDEX_BITS) | i;
            }
        }
        long[] settled = Arrays.copyOf(order, size);
        Arrays.sort(settled);
        return new SettledItems(items, settled);
    }

    int size() {
        return order.length;
    }

    LedgerItem get(int index) {
        return items.get((int) order[index]);
    }

    int daysLate(int index) {
        return get(index).daysLate();
    }
}
