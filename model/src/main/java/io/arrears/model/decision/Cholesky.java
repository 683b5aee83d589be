package io.arrears.model.decision;

/** Solves symmetric positive definite systems of a few dozen unknowns. */
public final class Cholesky {
    private Cholesky() {}

    /**
     * The {@code x} with {@code matrix · x = right}.
     *
     * @throws ArithmeticException when the matrix is not positive definite
     */
    public static double[] solve(double[][] matrix, double[] right) {
        double[][] lower = factor(matrix);
        return backward(lower, forward(lower, right));
    }

    /** The inverse of a symmetric positive definite matrix. */
    public static double[][] invert(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = factor(matrix);
        double[][] inverse = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            inverse[i] = backward(lower, forward(lower, unit));
        }
        return inverse;
    }

    private static double[][] factor(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > 0)) {
                        throw new ArithmeticException(
                                "matrix is not positive definite at row " + i + ": regularise it");
                    }
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return lower;
    }

    private static double[] forward(double[][] lower, double[] right) {
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    private static double[] backward(double[][] lower, double[] right) {
        double[] x = right.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
