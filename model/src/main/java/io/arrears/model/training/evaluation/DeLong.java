package io.arrears.model.training.evaluation;

/** The AUC's interval after DeLong, DeLong and Clarke-Pearson 1988, by midranks in one pass (Sun and Xu 2014). */
final class DeLong {
    private DeLong() {}

    static Interval auc(Ranked r) {
        long positives = 0;
        for (double label : r.labels) {
            positives += (long) label;
        }
        long negatives = r.size - positives;
        double auc = Figures.auc(r, r.unitWeights());
        if (positives < 2 || negatives < 2) {
            return Interval.point(auc);
        }
        double variance = placements(r, positives, negatives, auc);
        return Interval.normal(auc, Math.sqrt(variance), 0, 1);
    }

    /** Variance of the share of negatives below each positive and of positives above each negative. */
    private static double placements(Ranked r, long positives, long negatives, double auc) {
        double negativesBelow = 0;
        double positivesBelow = 0;
        double overPositives = 0;
        double overNegatives = 0;
        for (int i = 0; i < r.size; ) {
            int end = r.groupEnds[i];
            double groupPositives = 0;
            for (int k = i; k < end; k++) {
                groupPositives += r.labels[k];
            }
            double groupNegatives = end - i - groupPositives;
            double below = (negativesBelow + groupNegatives / 2) / negatives;
            double above = 1 - (positivesBelow + groupPositives / 2) / positives;
            overPositives += groupPositives * (below - auc) * (below - auc);
            overNegatives += groupNegatives * (above - auc) * (above - auc);
            negativesBelow += groupNegatives;
            positivesBelow += groupPositives;
            i = end;
        }
        return overPositives / (positives - 1) / positives + overNegatives / (negatives - 1) / negatives;
    }
}
