package io.arrears.model.decision;

/**
 * A limit or minimum as a strategy gives it.
 *
 * @param amount what may or must be taken, or the share of accounts when {@code shareOfAccounts}
 */
public record Quota(double amount, boolean shareOfAccounts) {
    static final Quota NOTHING = new Quota(0, false);
    static final Quota UNLIMITED = new Quota(Double.POSITIVE_INFINITY, false);

    /**
     * The amount for a book; shares are rounded down.
     *
     * @param pastDueAccounts how many accounts are open and past due
     */
    public double of(long pastDueAccounts) {
        return shareOfAccounts ? Math.floor(amount * pastDueAccounts + 1e-9) : amount;
    }
}
