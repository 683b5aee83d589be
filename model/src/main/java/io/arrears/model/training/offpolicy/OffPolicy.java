package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.AccountEstimate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Judges a policy on a log: what each decision would have earned under it, or that the log says too little. */
public final class OffPolicy {
    /** Larger importance weights are cut to this: a little bias against a lot of noise. */
    public static final double MOST_WEIGHT = 100;

    private OffPolicy() {}

    /**
     * @param none the policy that leaves every account alone, for comparison
     */
    public static OffPolicyAnswer judge(LoggedDecisions log, PolicyOnLog policy, PolicyOnLog none) {
        LoggedDecisions.requireLength(log.size(), policy.probabilities, none.probabilities);
        double[] weights = weights(log, policy);
        AccountSums sums = AccountSums.of(log, policy, weights);
        Evidence evidence = evidence(log, policy, sums, weights);
        List<String> refusals = evidence.refusals();
        if (!refusals.isEmpty()) {
            return new OffPolicyAnswer.Refused(evidence, refusals);
        }
        return estimated(log, evidence, sums, AccountSums.of(log, none, weights(log, none)));
    }

    /**
     * Judges a policy on each segment of a log by itself.
     *
     * @param segments one per decision
     * @return by segment, in the order of their names; small ones are refused like small logs
     */
    public static SortedMap<String, OffPolicyAnswer> judgeBySegment(
            LoggedDecisions log, PolicyOnLog policy, PolicyOnLog none, List<String> segments) {
        if (segments.size() != log.size()) {
            throw new IllegalArgumentException(
                    "%d segments of %d decisions: give one entry per decision".formatted(segments.size(), log.size()));
        }
        SortedMap<String, OffPolicyAnswer> answers = new TreeMap<>();
        IntStream.range(0, log.size())
                .boxed()
                .collect(Collectors.groupingBy(segments::get))
                .forEach((segment, rows) -> {
                    int[] decisions = rows.stream().mapToInt(Integer::intValue).toArray();
                    answers.put(segment, judge(log.only(decisions), policy.only(decisions), none.only(decisions)));
                });
        return answers;
    }

    private static OffPolicyAnswer.Estimated estimated(
            LoggedDecisions log, Evidence evidence, AccountSums sums, AccountSums alone) {
        AccountEstimate logged = asLogged(log).snips();
        return new OffPolicyAnswer.Estimated(
                evidence,
                logged.interval(),
                sums.value(),
                alone.value(),
                sums.dr().minus(logged).interval());
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
