package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.Interval;
import java.util.Arrays;
import java.util.List;

/** Judges a policy on a log: what each decision would have earned under it, or that the log says too little. */
public final class OffPolicy {
    /** Larger importance weights are cut to this: a little bias against a lot of noise. */
    public static final double MOST_WEIGHT = 100;

    private OffPolicy() {}

    /**
     * @param none the policy that leaves every account alone, for comparison
     * @param seed of the bootstrap
     */
    public static OffPolicyAnswer judge(LoggedDecisions log, PolicyOnLog policy, PolicyOnLog none, long seed) {
        LoggedDecisions.requireLength(log.size(), policy.probabilities, none.probabilities);
        double[] weights = weights(log, policy);
        AccountSums sums = AccountSums.of(log, policy, weights);
        Evidence evidence = evidence(log, policy, sums, weights);
        List<String> refusals = evidence.refusals();
        if (!refusals.isEmpty()) {
            return new OffPolicyAnswer.Refused(evidence, refusals);
        }
        AccountSums alone = AccountSums.of(log, none, weights(log, none));
        AccountSums logged = asLogged(log);
        AccountBootstrap bootstrap = new AccountBootstrap(log.accountCount(), seed);
        Interval gain = bootstrap.interval(times -> sums.dr(times) - logged.snips(times));
        return new OffPolicyAnswer.Estimated(
                evidence, bootstrap.interval(logged::snips), sums.value(bootstrap), alone.value(bootstrap), gain);
    }

    /** The log's own policy: every weight is 1, so that all estimators are the mean reward. */
    private static AccountSums asLogged(LoggedDecisions log) {
        double[] ones = new double[log.size()];
        Arrays.fill(ones, 1);
        return AccountSums.of(log, new PolicyOnLog(ones, log.expected), ones);
    }

    private static double[] weights(LoggedDecisions log, PolicyOnLog policy) {
        double[] weights = new double[log.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = log.isKnown(i) ? Math.min(MOST_WEIGHT, weight(log, policy, i)) : 0;
        }
        return weights;
    }

    private static double weight(LoggedDecisions log, PolicyOnLog policy, int i) {
        return policy.probabilities[i] / log.propensities[i];
    }

    private static Evidence evidence(LoggedDecisions log, PolicyOnLog policy, AccountSums sums, double[] weights) {
        int used = 0;
        int matched = 0;
        int clipped = 0;
        double total = 0;
        for (int i = 0; i < log.size(); i++) {
            if (log.isKnown(i)) {
                double weight = weight(log, policy, i);
                used++;
                matched += weight > 0 ? 1 : 0;
                clipped += weight > MOST_WEIGHT ? 1 : 0;
                total += weight;
            }
        }
        double known = Math.max(1, used);
        return new Evidence(
                log.size(),
                log.size() - used,
                sums.accounts(),
                AccountSums.effective(weights),
                sums.effective(),
                Math.min(1, total / known),
                matched / known,
                clipped / known);
    }
}
