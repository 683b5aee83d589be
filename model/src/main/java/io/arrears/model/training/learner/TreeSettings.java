package io.arrears.model.training.learner;

/**
 * Settings of gradient-boosted trees, in XGBoost's terms.
 *
 * @param eta share of each tree that is added
 * @param rounds at most
 * @param minChildWeight least sum of p(1-p) in a leaf; for a regression, of rows
 * @param subsample share of rows each tree sees
 * @param colsample share of features each tree sees
 * @param lambda L2 penalty on leaves
 */
public record TreeSettings(
        int rounds,
        double eta,
        int maxDepth,
        double minChildWeight,
        double subsample,
        double colsample,
        double lambda,
        long seed) {
    public TreeSettings {
        if (rounds < 1 || maxDepth < 1 || maxDepth > 12) {
            throw new IllegalArgumentException(
                    "%d rounds of depth %d: use at least 1 round and a depth of 1 to 12".formatted(rounds, maxDepth));
        }
    }

    public TreeSettings withRounds(int newRounds) {
        return new TreeSettings(newRounds, eta, maxDepth, minChildWeight, subsample, colsample, lambda, seed);
    }

    public TreeSettings withSeed(long newSeed) {
        return new TreeSettings(rounds, eta, maxDepth, minChildWeight, subsample, colsample, lambda, newSeed);
    }

    /** The same with each tree on another share of the columns. */
    public TreeSettings withColsample(double newColsample) {
        return new TreeSettings(rounds, eta, maxDepth, minChildWeight, subsample, newColsample, lambda, seed);
    }

    /** The same with leaves large enough for the rows at hand: a small book gets small leaves. */
    public TreeSettings forEvents(double events) {
        double leaf = Math.max(1, Math.min(minChildWeight, events / 40));
        return new TreeSettings(rounds, eta, maxDepth, leaf, subsample, colsample, lambda, seed);
    }
}
