package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.AccountEstimate;
import java.util.Arrays;

/**
 * Everything the estimators need of a policy, summed per account: each is a ratio of two such sums.
 */
final class AccountSums {
    private final double[] decisions;
    private final double[] weights;
    private final double[] weightedRewards;
    private final double[] expected;
    private final double[] corrections;
    private final double[] smallCorrections;

    private AccountSums(int accounts) {
        decisions = new double[accounts];
        weights = new double[accounts];
        weightedRewards = new double[accounts];
        expected = new double[accounts];
        corrections = new double[accounts];
        smallCorrections = new double[accounts];
    }

    static AccountSums of(LoggedDecisions log, PolicyOnLog policy, double[] weights) {
        AccountSums sums = new AccountSums(log.accountCount());
        double switchPoint = SwitchPoint.of(log, policy, weights);
        for (int i = 0; i < log.size(); i++) {
            if (log.isKnown(i)) {
                sums.decisions[log.accounts[i]]++;
                sums.expected[log.accounts[i]] += policy.expected[i];
                sums.weigh(log, i, weights[i], weights[i] <= switchPoint);
            }
        }
        return sums;
    }

    private void weigh(LoggedDecisions log, int decision, double weight, boolean small) {
        if (weight > 0) {
            int account = log.accounts[decision];
            double correction = weight * (log.rewards[decision] - log.expected[decision]);
            weights[account] += weight;
            weightedRewards[account] += weight * log.rewards[decision];
            corrections[account] += correction;
            smallCorrections[account] += small ? correction : 0;
        }
    }

    AccountEstimate snips() {
        return AccountEstimate.ratio(weightedRewards, weights);
    }

    AccountEstimate dm() {
        return AccountEstimate.ratio(expected, decisions);
    }

    AccountEstimate dr() {
        return AccountEstimate.ratio(sums(expected, corrections), decisions);
    }

    AccountEstimate switchDr() {
        return AccountEstimate.ratio(sums(expected, smallCorrections), decisions);
    }

    PolicyValue value() {
        return new PolicyValue(
                snips().interval(), dm().interval(), dr().interval(), switchDr().interval());
    }

    private static double[] sums(double[] one, double[] other) {
        double[] sums = new double[one.length];
        Arrays.setAll(sums, i -> one[i] + other[i]);
        return sums;
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
}
