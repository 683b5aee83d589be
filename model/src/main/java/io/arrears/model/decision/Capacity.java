package io.arrears.model.decision;

import io.arrears.model.account.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What all contacts of a plan may take together, or must.
 *
 * @param name as in the strategy file
 * @param counts what it counts: {@code contacts}, a channel's name, {@code budget}, or a unit that arms name in their
 *     {@code uses}
 * @param most unlimited where it only demands
 * @param least nothing where it only limits
 * @param arms those of which it counts contacts
 * @param when the accounts of which it counts contacts; absent = all
 */
public record Capacity(
        String name,
        String counts,
        Quota most,
        Quota least,
        ArmFilter arms,
        @Nullable Expression when) {
    static final String BUDGET = "budget";
    static final String CONTACTS = "contacts";
    private static final String BUDGET_UNIT = "minor units";

    /** What is counted: contacts, minor units of the strategy's currency, or the unit that arms name. */
    public String unit() {
        return findChannel(counts) != null ? CONTACTS : counts.equals(BUDGET) ? BUDGET_UNIT : counts;
    }

    /** How much of it one contact with {@code arm} takes, for an account it counts. */
    double useOf(StrategyArm arm) {
        if (arm.arm().isNone() || !arms.matches(arm.arm())) {
            return 0;
        }
        Channel channel = findChannel(counts);
        if (channel != null) {
            return arm.arm().channel() == channel ? 1 : 0;
        }
        return switch (counts) {
            case BUDGET -> arm.costMinor();
            case CONTACTS -> 1;
            default -> arm.uses().getOrDefault(counts, 0.0);
        };
    }

    /** Whether it counts contacts of an account. */
    boolean isAbout(Situation situation) {
        return when == null || when.holds(situation);
    }

    /** The channel a word means: its code or the plural of it. */
    static @Nullable Channel findChannel(String word) {
        for (Channel channel : Channel.values()) {
            if (channel != Channel.NONE && (word.equals(channel.code()) || word.equals(channel.code() + "s"))) {
                return channel;
            }
        }
        return null;
    }
}
