package io.arrears.model.training.learner;

import io.arrears.model.scoring.Calibration;
import java.util.Arrays;
import java.util.Comparator;

/** Pool adjacent violators; each pool becomes a knot at its mean margin. */
final class IsotonicFit {
    private IsotonicFit() {}

    static Calibration.Isotonic fit(double[] margins, double[] labels, double[] weights) {
        Integer[] order = new Integer[margins.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> margins[i]));
        double[] sumMargin = new double[order.length];
        double[] sumLabel = new double[order.length];
        double[] count = new double[order.length];
        int top = -1;
        for (int i : order) {
            top++;
            sumMargin[top] = weights[i] * margins[i];
            sumLabel[top] = weights[i] * labels[i];
            count[top] = weights[i];
            while (top > 0 && pools(sumMargin, sumLabel, count, top)) {
                sumMargin[top - 1] += sumMargin[top];
                sumLabel[top - 1] += sumLabel[top];
                count[top - 1] += count[top];
                top--;
            }
        }
        double[] knots = new double[top + 1];
        double[] probabilities = new double[top + 1];
        for (int k = 0; k <= top; k++) {
            knots[k] = sumMargin[k] / count[k];
            probabilities[k] = (sumLabel[k] + 0.5) / (count[k] + 1);
        }
        return new Calibration.Isotonic(knots, monotone(probabilities));
    }

    /** Whether the last two pools must be one: not rising, or the same margin. */
    private static boolean pools(double[] sumMargin, double[] sumLabel, double[] count, int top) {
        boolean falls = sumLabel[top - 1] / count[top - 1] >= sumLabel[top] / count[top];
        return falls || sumMargin[top - 1] / count[top - 1] >= sumMargin[top] / count[top];
    }

    /** Half a row of each class in every pool keeps 0 and 1 away; it may break the order between small pools. */
    private static double[] monotone(double[] probabilities) {
        for (int k = 1; k < probabilities.length; k++) {
            probabilities[k] = Math.max(probabilities[k], probabilities[k - 1]);
        }
        return probabilities;
    }
}
