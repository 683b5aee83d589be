package io.arrears.model.training.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Cycles of a book as a monitor meets them: accounts of debtors that hold one to three and are alike, a model that is a
 * little off for good, cycles that differ, a book that ages away from its model. Everything is drawn.
 */
final class SimulatedBook {
    private static final List<String> TYPES = List.of("card", "loan", "utility");

    private final RandomGenerator random;
    private final World world;
    private final double[] typeOffsets = new double[TYPES.size()];
    private final double modelOffset;
    private int cycle;
    private int aged;

    /**
     * @param accounts per cycle
     * @param modelOff standard deviation of what the model is off for good, over models and over types
     * @param cycleOff standard deviation of what all accounts of a cycle have in common
     * @param typeOff the same of what a type has in common
     * @param debtorOff standard deviation between debtors, hidden from the model
     * @param ageing of the departure per cycle since training
     */
    record World(int accounts, double modelOff, double cycleOff, double typeOff, double debtorOff, double ageing) {
        static World quiet(int accounts) {
            return new World(accounts, 0, 0, 0, 0, 0);
        }
    }

    /** What has changed for good: a shift per type, the slope, and the effect of the first input. */
    record Change(double shift, List<String> types, double tilt, double input) {
        static final Change NONE = new Change(0, List.of(), 0, 0);

        static Change shift(double by) {
            return new Change(by, TYPES, 0, 0);
        }
    }

    SimulatedBook(long seed, World world) {
        this.random = new SplittableRandom(seed);
        this.world = world;
        this.modelOffset = world.modelOff * random.nextGaussian();
        for (int i = 0; i < typeOffsets.length; i++) {
            typeOffsets[i] = world.modelOff * random.nextGaussian();
        }
    }

    List<Cycle> cycles(int count, boolean learned) {
        List<Cycle> cycles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cycles.add(next(learned, Change.NONE));
        }
        return cycles;
    }

    /** The next cycle. */
    Cycle next(boolean learned, Change change) {
        int n = world.accounts;
        double[] predicted = new double[n];
        double[] observed = new double[n];
        int[] debtors = new int[n];
        int[] types = new int[n];
        double[][] inputs = new double[8][n];
        double[] common = new double[TYPES.size()];
        double all = world.cycleOff * random.nextGaussian() + (learned ? 0 : modelOffset + world.ageing * aged);
        for (int i = 0; i < common.length; i++) {
            common[i] = all + world.typeOff * random.nextGaussian() + (learned ? 0 : typeOffsets[i]);
        }
        double hidden = 0;
        for (int row = 0; row < n; row++) {
            debtors[row] = row > 0 && random.nextDouble() < 0.3 ? debtors[row - 1] : row;
            hidden = debtors[row] == row ? world.debtorOff * random.nextGaussian() : hidden;
            types[row] = random.nextInt(TYPES.size());
            for (double[] input : inputs) {
                input[row] = random.nextDouble() - 0.5;
            }
            double margin = 1.2 * random.nextGaussian() + 2 * inputs[0][row] - 0.4;
            predicted[row] = expected(margin, world.debtorOff);
            boolean struck = change.types.contains(TYPES.get(types[row]));
            double truth = margin
                    + hidden
                    + common[types[row]]
                    + (struck ? change.shift : 0)
                    + change.tilt * margin
                    + change.input * inputs[0][row];
            observed[row] = random.nextDouble() < 1 / (1 + Math.exp(-truth)) ? 1 : 0;
        }
        cycle++;
        aged += learned ? 0 : 1;
        return Cycle.of(30 * cycle, learned, new Matured(predicted, observed, debtors), slices(types), named(inputs));
    }

    /** The mean over debtors of a probability whose log-odds differ between them: 3-point Gauss and Hermite. */
    private static double expected(double margin, double deviation) {
        double away = Math.sqrt(3) * deviation;
        return 2.0 / 3 * sigmoid(margin) + (sigmoid(margin - away) + sigmoid(margin + away)) / 6;
    }

    private static double sigmoid(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    private static Map<String, int[]> slices(int[] types) {
        Map<String, int[]> slices = new LinkedHashMap<>();
        for (int i = 0; i < TYPES.size(); i++) {
            int type = i;
            slices.put(
                    TYPES.get(i),
                    IntStream.range(0, types.length)
                            .filter(row -> types[row] == type)
                            .toArray());
        }
        return slices;
    }

    private static Map<String, double[]> named(double[][] inputs) {
        Map<String, double[]> named = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i++) {
            named.put("input_" + i, inputs[i]);
        }
        return named;
    }
}
