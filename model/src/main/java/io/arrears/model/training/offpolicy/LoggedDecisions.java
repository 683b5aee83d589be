package io.arrears.model.training.offpolicy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The decisions of a log, one entry each. Takes the arrays over; nobody writes to them any more. */
public final class LoggedDecisions {
    final int[] accounts;
    final double[] propensities;
    final double[] rewards;
    final double[] expected;

    /**
     * @param accounts number of the account a decision was about, counted from 0 without gaps
     * @param propensities probability with which the log's policy chose what it chose; NaN = unknown
     * @param rewards what the decision brought in
     * @param expected what a model expected of the choice; only read where the policy judged may choose it too
     * @throws IllegalArgumentException when lengths differ or a propensity is no probability above 0
     */
    public LoggedDecisions(int[] accounts, double[] propensities, double[] rewards, double[] expected) {
        requireLength(accounts.length, propensities, rewards, expected);
        for (double propensity : propensities) {
            if (propensity <= 0 || propensity > 1) {
                throw new IllegalArgumentException(
                        "propensity %s is not within (0, 1]: leave it out when it is unknown".formatted(propensity));
            }
        }
        this.accounts = accounts;
        this.propensities = propensities;
        this.rewards = rewards;
        this.expected = expected;
    }

    /** Some of the decisions, in the order given. */
    LoggedDecisions only(int[] decisions) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] renumbered = Arrays.stream(decisions)
                .map(decision -> numbers.computeIfAbsent(accounts[decision], account -> numbers.size()))
                .toArray();
        return new LoggedDecisions(
                renumbered, some(propensities, decisions), some(rewards, decisions), some(expected, decisions));
    }

    static double[] some(double[] column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> column[row]).toArray();
    }

    static void requireLength(int length, double[]... columns) {
        for (double[] column : columns) {
            if (column.length != length) {
                throw new IllegalArgumentException(
                        "columns of %d and %d decisions: give one entry per decision".formatted(length, column.length));
            }
        }
    }

    int size() {
        return accounts.length;
    }

    int accountCount() {
        return Arrays.stream(accounts).max().orElse(-1) + 1;
    }

    boolean isKnown(int decision) {
        return !Double.isNaN(propensities[decision]);
    }
}
