package io.arrears.pipeline.sample;

/** A bill of which something is unpaid. */
final class OpenItem {
    private final Bill bill;
    private long openMinor;

    OpenItem(Bill bill, long openMinor) {
        this.bill = bill;
        this.openMinor = openMinor;
    }

    Bill bill() {
        return bill;
    }

    long openMinor() {
        return openMinor;
    }

    boolean pastDueOn(int day) {
        return bill.due() < day;
    }

    void take(long amountMinor) {
        if (amountMinor <= 0 || amountMinor > openMinor) {
            throw new IllegalStateException("bill " + bill.id() + " has " + openMinor + " minor units open, but "
                    + amountMinor + " were to be taken: pay between 1 and what is open");
        }
        openMinor -= amountMinor;
    }

    void giveBack(long amountMinor) {
        openMinor += amountMinor;
    }
}
