package io.arrears.model.decision;

import java.util.Random;

/** Invented books to allocate. */
final class Books {
    private Books() {}

    /** Accounts of very different size; some arms forbidden. Capacity binds when {@code tightness} is small. */
    static AllocationProblem random(long seed, int accounts, int arms, double tightness) {
        return random(seed, accounts, arms, tightness, false);
    }

    /** The same with groups of accounts that only some capacities count, and minima. */
    static AllocationProblem demanding(long seed, int accounts, int arms, double tightness) {
        return random(seed, accounts, arms, tightness, true);
    }

    private static AllocationProblem random(long seed, int accounts, int arms, double tightness, boolean demanding) {
        Random random = new Random(seed);
        int capacities = 1 + random.nextInt(4);
        double[][] uses = new double[arms][capacities];
        for (int j = 1; j < arms; j++) {
            for (int k = 0; k < capacities; k++) {
                uses[j][k] = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(6);
            }
        }
        double[] merits = new double[accounts * arms];
        for (int i = 0; i < accounts; i++) {
            double size = Math.exp(random.nextGaussian());
            for (int j = 1; j < arms; j++) {
                merits[i * arms + j] = random.nextInt(6) == 0 ? Double.NaN : size * (random.nextDouble() * 10 - 2);
            }
        }
        double[] most = new double[capacities];
        double[] least = new double[capacities];
        for (int k = 0; k < capacities; k++) {
            most[k] = Math.floor(tightness * accounts * 3 * random.nextDouble());
            least[k] = demanding && random.nextBoolean() ? Math.floor(most[k] * random.nextDouble()) : 0;
            most[k] = demanding && random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : most[k];
        }
        if (!demanding) {
            return new AllocationProblem(
                    merits, null, new AllocationTerms(new double[][][] {uses}, new Limits(least, most)));
        }
        int[] groups = random.ints(accounts, 0, 3).toArray();
        return new AllocationProblem(
                merits, groups, new AllocationTerms(grouped(random, uses), new Limits(least, most)));
    }

    /** The second group is not counted by some capacities, the third by others. */
    private static double[][][] grouped(Random random, double[][] uses) {
        double[][][] grouped = new double[3][uses.length][uses[0].length];
        for (int g = 0; g < 3; g++) {
            for (int k = 0; k < uses[0].length; k++) {
                boolean counted = g == 0 || random.nextBoolean();
                for (int j = 0; j < uses.length; j++) {
                    grouped[g][j][k] = counted ? uses[j][k] : 0;
                }
            }
        }
        return grouped;
    }

    /**
     * A book as big as wanted: the 16 arms and channels of a real strategy and three more, ten capacities (contacts per
     * channel, agent minutes of three skills, budget, two segments' calls).
     */
    static AllocationProblem large(long seed, int accounts) {
        int arms = 19;
        double[][][] uses = new double[3][arms][10];
        Random random = new Random(seed);
        for (int j = 1; j < arms; j++) {
            int channel = (j - 1) % 5;
            int skill = (j - 1) % 3;
            double minutes = 3 + random.nextInt(8);
            double cost = channel < 2 ? 2 + random.nextInt(8) : channel == 2 ? 110 : 250 + random.nextInt(300);
            for (int g = 0; g < 3; g++) {
                uses[g][j][channel == 2 ? 0 : channel < 2 ? 1 : 2] = 1;
                uses[g][j][3] = cost;
                if (channel > 2) {
                    uses[g][j][4 + skill] = minutes;
                    uses[g][j][7] = g == 0 ? 1 : 0;
                    uses[g][j][8] = g == 1 ? 1 : 0;
                }
                uses[g][j][9] = g == 2 ? 1 : 0;
            }
        }
        double[] merits = new double[accounts * arms];
        int[] groups = new int[accounts];
        for (int i = 0; i < accounts; i++) {
            groups[i] = random.nextInt(3);
            double size = 3000 * Math.exp(random.nextGaussian());
            for (int j = 1; j < arms; j++) {
                double strength = uses[0][j][2] > 0 ? 0.25 : uses[0][j][0] > 0 ? 0.1 : 0.05;
                double merit = size * strength * (random.nextDouble() * 1.3 - 0.2) - uses[0][j][3];
                merits[i * arms + j] = random.nextInt(10) == 0 ? Double.NaN : merit;
            }
        }
        double n = accounts;
        double[] most = {n * 0.03, n * 0.45, n * 0.1, n * 42, n * 0.2, n * 0.22, n * 0.18, n * 0.03, n * 0.045, n * 0.2
        };
        double[] least = new double[10];
        least[8] = n * 0.04;
        return new AllocationProblem(merits, groups, new AllocationTerms(uses, new Limits(least, most)));
    }
}
