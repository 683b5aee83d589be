package io.arrears.model.scoring;

/**
 * Gauss-Legendre quadrature from 0 to 1: with n points exact for polynomials up to degree 2 n - 1.
 *
 * @param points strictly between 0 and 1
 * @param weights positive, of sum 1
 */
record Quadrature(double[] points, double[] weights) {
    private static final int NEWTON_STEPS = 100;
    private static final double CLOSE = 1e-15;

    /** The roots of the Legendre polynomial of degree {@code n}, by Newton's method from Tricomi's estimates. */
    static Quadrature of(int n) {
        double[] points = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
            double slope = slope(n, x);
            for (int step = 0; step < NEWTON_STEPS; step++) {
                double move = legendre(n, x) / slope;
                x -= move;
                slope = slope(n, x);
                if (Math.abs(move) < CLOSE) {
                    break;
                }
            }
            points[i] = (1 + x) / 2;
            weights[i] = 1 / ((1 - x * x) * slope * slope);
        }
        return new Quadrature(points, weights);
    }

    private static double legendre(int n, double x) {
        double before = 1;
        double value = n == 0 ? 1 : x;
        for (int degree = 2; degree <= n; degree++) {
            double next = ((2 * degree - 1) * x * value - (degree - 1) * before) / degree;
            before = value;
            value = next;
        }
        return value;
    }

    private static double slope(int n, double x) {
        return n * (x * legendre(n, x) - legendre(n - 1, x)) / (x * x - 1);
    }
}
