package io.arrears.model.training.evaluation;

/** The figures of one ranking. Each takes a weight per row; NaN where a figure is not defined. */
final class Figures {
    static final int ECE_BINS = 15;

    private Figures() {}

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double positives(Ranked r, double[] w) {
        double sum = 0;
        for (int i = 0; i < r.size; i++) {
            sum += w[i] * r.labels[i];
        }
        return sum;
    }

    /** Probability that a positive ranks above a negative; ties count half. */
    static double auc(Ranked r, double[] w) {
        double positives = positives(r, w);
        double negatives = sum(w) - positives;
        double below = 0;
        double wins = 0;
        for (int i = 0; i < r.size; ) {
            double groupPositives = 0;
            double groupNegatives = 0;
            int end = r.groupEnds[i];
            for (; i < end; i++) {
                groupPositives += w[i] * r.labels[i];
                groupNegatives += w[i] * (1 - r.labels[i]);
            }
            wins += groupPositives * (below + groupNegatives / 2);
            below += groupNegatives;
        }
        return wins / (positives * negatives);
    }

    /** Largest gap between the distributions of positives and negatives. */
    static double ks(Ranked r, double[] w) {
        double positives = positives(r, w);
        double negatives = sum(w) - positives;
        double seenPositives = 0;
        double seenNegatives = 0;
        double gap = 0;
        for (int i = 0; i < r.size; i++) {
            seenPositives += w[i] * r.labels[i];
            seenNegatives += w[i] * (1 - r.labels[i]);
            if (r.groupEnds[i] == i + 1) {
                gap = Math.max(gap, Math.abs(seenPositives / positives - seenNegatives / negatives));
            }
        }
        return positives > 0 && negatives > 0 ? gap : Double.NaN;
    }

    /** Mean squared error of the probabilities. */
    static double brier(Ranked r, double[] w) {
        double total = 0;
        for (int i = 0; i < r.size; i++) {
            double error = r.predictions[i] - r.labels[i];
            total += w[i] * error * error;
        }
        return total / sum(w);
    }

    /** Mean negative log likelihood, in nats. */
    static double logLoss(Ranked r, double[] w) {
        double total = 0;
        for (int i = 0; i < r.size; i++) {
            double p = Math.min(1 - 1e-15, Math.max(1e-15, r.predictions[i]));
            total -= w[i] * (r.labels[i] * Math.log(p) + (1 - r.labels[i]) * Math.log1p(-p));
        }
        return total / sum(w);
    }

    /**
     * Expected calibration error over 15 bins of equal mass: the mean gap between predicted and observed. A tie group
     * that a bin edge cuts is cut with its mean label, so the order of ties never matters.
     */
    static double ece(Ranked r, double[] w) {
        double gap = 0;
        for (Bin bin : Bin.equalMass(r, w, ECE_BINS)) {
            gap += Math.abs(bin.predicted() - bin.observed()) * bin.mass();
        }
        return gap / sum(w);
    }

    /** Observed rate among the {@code share} ranked highest, over the rate of all. */
    static double lift(Ranked r, double[] w, double share) {
        return found(r, w, share) / share;
    }

    /** Share of all positives among the {@code share} ranked highest; a cut tie group counts with its mean. */
    static double found(Ranked r, double[] w, double share) {
        double wanted = sum(w) * share;
        double found = 0;
        for (int end = r.size; end > 0 && wanted > 0; ) {
            int start = end - 1;
            while (start > 0 && r.groupEnds[start - 1] == end) {
                start--;
            }
            double mass = 0;
            double positives = 0;
            for (int i = start; i < end; i++) {
                mass += w[i];
                positives += w[i] * r.labels[i];
            }
            if (mass > 0) {
                double taken = Math.min(mass, wanted);
                found += positives * taken / mass;
                wanted -= taken;
            }
            end = start;
        }
        return found / positives(r, w);
    }
}
