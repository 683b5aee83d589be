package io.arrears.pipeline.history;

/**
 * The book before and after a drop, in minor units of one currency. Opening and closing are open balance less credit,
 * summed over every account's ledger; billed, paid and adjusted are summed over the drop's accepted rows.
 */
public record Reconciliation(
        String currency, long openingMinor, long billedMinor, long paidMinor, long adjustedMinor, long closingMinor) {
    /** Whether opening + billed − paid − adjusted = closing, to the minor unit. */
    public boolean balances() {
        return openingMinor + billedMinor - paidMinor - adjustedMinor == closingMinor;
    }
}
