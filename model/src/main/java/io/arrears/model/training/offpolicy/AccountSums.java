package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.Interval;

/**
 * Everything the estimators need of a policy, summed per account: each is a ratio of two such sums, so that accounts can
 * be drawn anew without touching decisions again.
 */
final class AccountSums {
    private final double[] decisions;
    private final double[] weights;
    private final double[] weightedRewards;
    private final double[] expected;
    private final double[] corrections;

    private AccountSums(int accounts) {
        decisions = new double[accounts];
        weights = new double[accounts];
        weightedRewards = new double[accounts];
        expected = new double[accounts];
        corrections = new double[accounts];
    }

    static AccountSums of(LoggedDecisions log, PolicyOnLog policy, double[] weights) {
        AccountSums sums = new AccountSums(log.accountCount());
        for (int i = 0; i < log.size(); i++) {
            if (log.isKnown(i)) {
                sums.add(log.accounts[i], weights[i], log.rewards[i], log.expected[i], policy.expected[i]);
            }
        }
        return sums;
    }

    private void add(int account, double weight, double reward, double expectedOfLogged, double expectedOfPolicy) {
        decisions[account]++;
        expected[account] += expectedOfPolicy;
        if (weight > 0) {
            weights[account] += weight;
            weightedRewards[account] += weight * reward;
            corrections[account] += weight * (reward - expectedOfLogged);
        }
    }

    double snips(int[] times) {
        return sum(weightedRewards, times) / sum(weights, times);
    }

    double dm(int[] times) {
        return sum(expected, times) / sum(decisions, times);
    }

    double dr(int[] times) {
        return (sum(expected, times) + sum(corrections, times)) / sum(decisions, times);
    }

    PolicyValue value(AccountBootstrap bootstrap) {
        Interval snips = bootstrap.interval(this::snips);
        return new PolicyValue(snips, bootstrap.interval(this::dm), bootstrap.interval(this::dr));
    }

    /** Kish's effective number of accounts. */
    double effective() {
        return effective(weights);
    }

    static double effective(double[] weights) {
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            sum += weight;
            squares += weight * weight;
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    int accounts() {
        int accounts = 0;
        for (double count : decisions) {
            accounts += count > 0 ? 1 : 0;
        }
        return accounts;
    }

    private static double sum(double[] values, int[] times) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += times[i] * values[i];
        }
        return sum;
    }
}
