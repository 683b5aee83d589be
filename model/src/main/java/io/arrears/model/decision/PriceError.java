package io.arrears.model.decision;

/** How uncertain prices are that were found on a sample: the sandwich of curvature and variance. */
final class PriceError {
    private static final double STANDARD_ERRORS = 4;

    private final Boundary boundary;
    private final double[] prices;
    private final SmoothDual dual;

    PriceError(Boundary boundary, double[] prices, SmoothDual dual) {
        this.boundary = boundary;
        this.prices = prices;
        this.dual = dual;
    }

    /** Per capacity four standard errors; zero where a capacity is far from being used up. */
    double[] spread(double[] scales, double lead) {
        int n = prices.length;
        double[][] variance = variance();
        double[][] curvature = dual.curvature();
        Limits limits = boundary.terms().limits();
        double[][] bread = new double[n][n];
        boolean[] free = new boolean[n];
        for (int k = 0; k < n; k++) {
            double doubt = STANDARD_ERRORS * Math.sqrt(variance[k][k]);
            boolean near = dual.used()[k] + doubt >= limits.most()[k] || dual.used()[k] - doubt < limits.least()[k];
            free[k] = prices[k] != 0 || near;
            for (int l = 0; l < k; l++) {
                bread[k][l] = free[k] && free[l] ? curvature[k][l] / (scales[k] * scales[l]) : 0;
                bread[l][k] = bread[k][l];
            }
            bread[k][k] = free[k] ? curvature[k][k] / (scales[k] * scales[k]) : 1;
        }
        double[][] inverse = Cholesky.invert(ridged(bread));
        double[] spread = new double[n];
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (int l = 0; l < n; l++) {
                for (int m = 0; m < n; m++) {
                    double filling = free[l] && free[m] ? variance[l][m] / (scales[l] * scales[m]) : 0;
                    sum += inverse[k][l] * filling * inverse[m][k];
                }
            }
            double error = STANDARD_ERRORS * Math.sqrt(Math.max(0, sum)) / scales[k];
            double most = 0.5 * Math.max(Math.abs(prices[k]), lead / scales[k]);
            spread[k] = free[k] ? Math.min(error, most) : 0;
        }
        return spread;
    }

    private static double[][] ridged(double[][] matrix) {
        double trace = 0;
        for (int k = 0; k < matrix.length; k++) {
            trace += matrix[k][k];
        }
        for (int k = 0; k < matrix.length; k++) {
            matrix[k][k] = matrix[k][k] * (1 + 1e-6) + 1e-9 * trace + 1e-12;
        }
        return matrix;
    }

    /** Variance and covariance of what all accounts take, were they drawn anew. */
    private double[][] variance() {
        AllocationTerms terms = boundary.terms();
        long[] chosen = boundary.chosen(prices);
        double[] mean = terms.used(chosen);
        double accounts = boundary.allAccounts();
        double[][] variance = new double[mean.length][mean.length];
        for (int k = 0; k < mean.length; k++) {
            for (int l = 0; l < mean.length; l++) {
                variance[k][l] = -mean[k] * mean[l] / accounts;
                for (int row = 0; row < chosen.length; row++) {
                    variance[k][l] += chosen[row] * terms.uses(row)[k] * terms.uses(row)[l];
                }
            }
        }
        return variance;
    }
}
