package io.arrears.model.decision;

import io.arrears.model.account.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A limit on what all contacts of a plan take together.
 *
 * @param name as in the strategy file
 * @param unit what is counted: contacts, minor units (of the strategy's currency) or the name itself
 * @param channel the channel whose contacts are counted; absent for budget and for units named in {@code uses}
 * @param amount the limit, or the share of accounts when {@code shareOfAccounts}
 */
public record Capacity(String name, String unit, @Nullable Channel channel, double amount, boolean shareOfAccounts) {
    static final String BUDGET = "budget";
    static final String BUDGET_UNIT = "minor units";
    static final String CONTACTS_UNIT = "contacts";

    /**
     * The limit for a book.
     *
     * @param pastDueAccounts how many accounts are open and past due
     */
    public double limitFor(long pastDueAccounts) {
        return shareOfAccounts ? Math.floor(amount * pastDueAccounts + 1e-9) : amount;
    }

    /** How much of it one contact with {@code arm} takes. */
    public double useOf(StrategyArm arm) {
        if (channel != null) {
            return arm.arm().channel() == channel ? 1 : 0;
        }
        return name.equals(BUDGET) ? arm.costMinor() : arm.uses().getOrDefault(name, 0.0);
    }
}
