package io.arrears.model.training.offpolicy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The largest weight with which the log may correct the model. Above it the model is believed: few decisions of huge
 * weight make an estimate noisy, a wrong model makes it biased. Of some weights that occur, the one with the least bound
 * of the squared error is taken: the variance between accounts of what is kept, plus the square of the weighted absolute
 * errors of the model left uncorrected, which the bias exceeds only by chance (Wang, Agarwal and Dudík 2017, section 3.2,
 * with the log's own errors in place of the largest reward). Of near equals the smaller is taken, so that no single account
 * speaks for all that are like it.
 */
final class SwitchPoint {
    private static final double WORTH_IT = 0.01;

    private final LoggedDecisions log;
    private final PolicyOnLog policy;
    private final double[] weights;

    private SwitchPoint(LoggedDecisions log, PolicyOnLog policy, double[] weights) {
        this.log = log;
        this.policy = policy;
        this.weights = weights;
    }

    /** A weight of the log; the largest when every correction is worth its noise, 0 when there is none. */
    static double of(LoggedDecisions log, PolicyOnLog policy, double[] weights) {
        SwitchPoint search = new SwitchPoint(log, policy, weights);
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double candidate : candidates(weights)) {
            double error = search.squaredError(candidate);
            if (error < (1 - WORTH_IT) * least) {
                least = error;
                best = candidate;
            }
        }
        return best;
    }

    /** Rising; the largest, the next, and on in steps that double: it is the largest that matter. */
    private static double[] candidates(double[] weights) {
        double[] positive =
                Arrays.stream(weights).filter(weight -> weight > 0).sorted().toArray();
        return IntStream.iterate(1, step -> step <= positive.length, step -> 2 * step)
                .mapToDouble(step -> positive[positive.length - step])
                .distinct()
                .sorted()
                .toArray();
    }

    private double squaredError(double most) {
        double[] kept = new double[log.accountCount()];
        int[] counts = new int[kept.length];
        double left = 0;
        int decisions = 0;
        for (int i = 0; i < log.size(); i++) {
            if (log.isKnown(i)) {
                double correction = weights[i] == 0 ? 0 : weights[i] * (log.rewards[i] - log.expected[i]);
                boolean small = weights[i] <= most;
                kept[log.accounts[i]] += policy.expected[i] + (small ? correction : 0);
                left += small ? 0 : Math.abs(correction);
                counts[log.accounts[i]]++;
                decisions++;
            }
        }
        double bias = left / decisions;
        return variance(kept, counts, decisions) + bias * bias;
    }

    /** Of the mean per decision, accounts being independent. */
    private static double variance(double[] sums, int[] counts, double decisions) {
        double mean = Arrays.stream(sums).sum() / decisions;
        double squares = 0;
        for (int account = 0; account < sums.length; account++) {
            double deviation = sums[account] - counts[account] * mean;
            squares += deviation * deviation;
        }
        return squares / (decisions * decisions);
    }
}
