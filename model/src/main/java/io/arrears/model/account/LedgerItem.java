package io.arrears.model.account;

/** One billed item and what is still open of it. Mutated by {@link Ledger} alone. */
public final class LedgerItem {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Invoice invoice;
    private long openMinor;
    private int settledDay = NEVER;

    LedgerItem(Invoice invoice) {
        this.invoice = invoice;
        this.openMinor = invoice.amountMinor();
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
        if (openMinor == 0 && taken > 0) {
            settledDay = day;
        }
        return taken;
    }

    void giveBack(long minor) {
        openMinor += minor;
        settledDay = NEVER;
    }
}
