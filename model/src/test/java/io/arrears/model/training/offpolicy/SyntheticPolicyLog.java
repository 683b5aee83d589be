package io.arrears.model.training.offpolicy;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A world whose values are known: a context x in {0, 1, 2} per decision, three arms (0 = none), reward = MEAN[x][arm] +
 * a lasting whim of the account + noise. The log chooses by LOG[x], the policy to be judged by POLICY[x].
 */
final class SyntheticPolicyLog {
    static final double[][] MEAN = {{5, 8, 2}, {10, 9, 14}, {0, 1, 6}};
    static final double[][] LOG = {{0.6, 0.3, 0.1}, {0.5, 0.4, 0.1}, {0.4, 0.4, 0.2}};
    static final double[][] POLICY = {{0.05, 0.9, 0.05}, {0.05, 0.05, 0.9}, {0.05, 0.05, 0.9}};

    final LoggedDecisions log;
    final PolicyOnLog policy;
    final PolicyOnLog none;

    /**
     * @param modelError added to what the model expects of every arm but none
     * @param unknown share of decisions without propensity
     */
    SyntheticPolicyLog(long seed, int accounts, int decisionsEach, double modelError, double unknown) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = accounts * decisionsEach;
        int[] account = new int[size];
        double[][] columns = new double[7][size];
        double whim = 0;
        for (int i = 0; i < size; i++) {
            account[i] = i / decisionsEach;
            whim = i % decisionsEach == 0 ? 3 * random.nextGaussian() : whim;
            int x = random.nextInt(3);
            int arm = pick(LOG[x], random.nextDouble());
            double[] model = {MEAN[x][0], MEAN[x][1] + modelError, MEAN[x][2] + modelError};
            columns[0][i] = random.nextDouble() < unknown ? Double.NaN : LOG[x][arm];
            columns[1][i] = MEAN[x][arm] + whim + 4 * random.nextGaussian();
            columns[2][i] = model[arm];
            columns[3][i] = POLICY[x][arm];
            columns[4][i] = product(POLICY[x], model);
            columns[5][i] = arm == 0 ? 1 : 0;
            columns[6][i] = model[0];
        }
        log = new LoggedDecisions(account, columns[0], columns[1], columns[2]);
        policy = new PolicyOnLog(columns[3], columns[4]);
        none = new PolicyOnLog(columns[5], columns[6]);
    }

    static double valueOf(double[][] policy) {
        double sum = 0;
        for (int x = 0; x < 3; x++) {
            sum += product(policy[x], MEAN[x]) / 3;
        }
        return sum;
    }

    static double valueOfNone() {
        return Arrays.stream(MEAN).mapToDouble(arms -> arms[0]).average().orElseThrow();
    }

    private static int pick(double[] shares, double draw) {
        int arm = 0;
        double left = draw;
        while (arm < shares.length - 1 && left >= shares[arm]) {
            left -= shares[arm++];
        }
        return arm;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
