package io.arrears.model.training.evaluation;

/**
 * The AUC's interval after DeLong, DeLong and Clarke-Pearson 1988, by midranks in one pass (Sun and Xu 2014); rows of one
 * account move together (Obuchowski 1997).
 */
final class DeLong {
    private DeLong() {}

    static Interval auc(Ranked r) {
        long positives = 0;
        for (double label : r.labels) {
            positives += (long) label;
        }
        long negatives = r.size - positives;
        double auc = Figures.auc(r, r.unitWeights());
        if (positives < 2 || negatives < 2 || Accounts.count(r.accounts) < 2) {
            return Interval.point(auc);
        }
        double variance = placements(r, positives, negatives, auc);
        return Interval.normal(auc, Math.sqrt(variance), 0, 1);
    }

    /**
     * Variance of the share of negatives below each positive and of positives above each negative, both summed over the
     * rows of an account first.
     */
    private static double placements(Ranked r, long positives, long negatives, double auc) {
        double[] ofPositives = new double[Accounts.count(r.accounts)];
        double[] ofNegatives = new double[ofPositives.length];
        double negativesBelow = 0;
        double positivesBelow = 0;
        for (int i = 0; i < r.size; ) {
            int end = r.groupEnds[i];
            double groupPositives = 0;
            for (int k = i; k < end; k++) {
                groupPositives += r.labels[k];
            }
            double groupNegatives = end - i - groupPositives;
            double below = (negativesBelow + groupNegatives / 2) / negatives;
            double above = 1 - (positivesBelow + groupPositives / 2) / positives;
            for (; i < end; i++) {
                ofPositives[r.accounts[i]] += r.labels[i] * (below - auc);
                ofNegatives[r.accounts[i]] += (1 - r.labels[i]) * (above - auc);
            }
            negativesBelow += groupNegatives;
            positivesBelow += groupPositives;
        }
        return overAccounts(r, ofPositives, ofNegatives, new long[] {positives, negatives});
    }

    /** @param counts positives and negatives */
    private static double overAccounts(Ranked r, double[] ofPositives, double[] ofNegatives, long[] counts) {
        boolean[] hasPositive = new boolean[ofPositives.length];
        boolean[] hasNegative = new boolean[ofPositives.length];
        for (int i = 0; i < r.size; i++) {
            hasPositive[r.accounts[i]] |= r.labels[i] > 0.5;
            hasNegative[r.accounts[i]] |= r.labels[i] < 0.5;
        }
        double withPositive = 0;
        double withNegative = 0;
        double squaresOfPositives = 0;
        double squaresOfNegatives = 0;
        double products = 0;
        for (int account = 0; account < ofPositives.length; account++) {
            withPositive += hasPositive[account] ? 1 : 0;
            withNegative += hasNegative[account] ? 1 : 0;
            squaresOfPositives += ofPositives[account] * ofPositives[account];
            squaresOfNegatives += ofNegatives[account] * ofNegatives[account];
            products += ofPositives[account] * ofNegatives[account];
        }
        double accounts = ofPositives.length;
        return Math.max(
                0,
                withPositive / (withPositive - 1) * squaresOfPositives / counts[0] / counts[0]
                        + withNegative / (withNegative - 1) * squaresOfNegatives / counts[1] / counts[1]
                        + 2 * accounts / (accounts - 1) * products / counts[0] / counts[1]);
    }
}
