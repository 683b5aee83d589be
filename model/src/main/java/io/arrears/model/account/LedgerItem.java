package io.arrears.model.account;

/** One billed item and what is still open of it. Mutated by {@link Ledger} alone. */
public final class LedgerItem {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Invoice invoice;
    private long openMinor;
    private int settledDay = NEVER;
    private int parts;

    LedgerItem(Invoice invoice) {
        this.invoice = invoice;
        this.openMinor = invoice.amountMinor();
        if (openMinor == 0) {
            settledDay = invoice.issuedDay();
        }
    }

    public Invoice invoice() {
        return invoice;
    }

    public long openMinor() {
        return openMinor;
    }

    public boolean isOpen() {
        return openMinor > 0;
    }

    /** The day nothing was left open. Meaningful only when the item is not open. */
    public int settledDay() {
        return settledDay;
    }

    /** How many payments were spent on it, those taken back in whole apart. */
    public int parts() {
        return parts;
    }

    /** Days from the due date to {@code day}, while open; 0 before and when settled. */
    public int daysPastDue(int day) {
        return isOpen() ? Math.max(0, day - invoice.dueDay()) : 0;
    }

    /** Days from due date to settlement: negative when early. Meaningful only when the item is not open. */
    public int daysLate() {
        return settledDay - invoice.dueDay();
    }

    /** Pays up to {@code minor} of the item; answers how much it took. */
    long take(long minor, int day) {
        long taken = Math.min(minor, openMinor);
        openMinor -= taken;
        if (taken > 0) {
            parts++;
            if (openMinor == 0) {
                settledDay = day;
            }
        }
        return taken;
    }

    /** Takes a payment's part back, in whole or not. */
    void giveBack(long minor, boolean wholePart) {
        openMinor += minor;
        settledDay = NEVER;
        if (wholePart) {
            parts--;
        }
    }
}
