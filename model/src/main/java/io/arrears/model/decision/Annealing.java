package io.arrears.model.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Uses what capacities have left by trading the small losses of many accounts against each other, where no exchange of a
 * few does: simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) among the accounts that lose little by another
 * candidate. What it lowers is the distance to the bound: the losses after charges, and what the priced capacities leave,
 * at their prices. Limits may be overstepped on the way, at a penalty; what is kept holds them all.
 * Deterministic.
 */
final class Annealing {
    private static final int MOST_FLIPS = 2_000;
    private static final int STEPS = 1_500_000;
    private static final int MOST_AT_ONCE = 3;
    /** Of the price of a capacity, or of the highest where it has none. */
    private static final double PENALTY = 3;
    /** What {@link Exponential} takes. */
    private static final double LEAST_EXPONENT = -700;

    /** Of the distance to the bound. */
    private static final double FIRST_TEMPERATURE = 0.3;

    private static final double LAST_TEMPERATURE = 0.001;
    private static final int STEPS_PER_TEMPERATURE = 1_000;
    private static final long SEED = 42;

    private final Boundary boundary;
    private final AllocationTerms terms;
    private final double[] prices;
    private final double[] charges;
    private final Limits limits;
    /** Per capacity what a unit too many, or too few, counts. */
    private final double[] penalties;

    private final int[] choice;
    /** Per contested account its best candidate after charges. */
    private final int[] home;

    private final double[] used;
    private final double[] after;
    private final List<Flip> flips;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private double distance;
    private double bestDistance;
    private int[] best;

    /** From its home to another candidate and back; the loss of being away. */
    private record Flip(int contested, int candidate, double loss) {}

    /**
     * @param limits to keep, be they those of the boundary or lower minima
     * @param choice per contested account its candidate
     */
    Annealing(Boundary boundary, double[] prices, Limits limits, int[] choice, double[] used) {
        this.boundary = boundary;
        this.terms = boundary.terms();
        this.prices = prices;
        this.charges = terms.charges(prices);
        this.limits = limits;
        double highest = Arrays.stream(prices).map(Math::abs).max().orElse(0);
        this.penalties = new double[prices.length];
        for (int k = 0; k < penalties.length; k++) {
            penalties[k] = PENALTY * (prices[k] != 0 ? Math.abs(prices[k]) : Math.max(1, highest));
        }
        this.choice = choice.clone();
        this.best = choice.clone();
        this.home = new int[choice.length];
        this.used = used.clone();
        this.after = used.clone();
        double losses = 0;
        for (int a = 0; a < home.length; a++) {
            home[a] = boundary.best(a, charges);
            losses += loss(a, choice[a]);
        }
        this.distance = losses + worthOfLeft(used);
        this.bestDistance = isWithin() ? distance : Double.POSITIVE_INFINITY;
        this.flips = flips();
    }

    private double loss(int contested, int candidate) {
        return reduced(home[contested]) - reduced(candidate);
    }

    private double reduced(int candidate) {
        return boundary.reduced(candidate, charges);
    }

    /** Those that lose least. */
    private List<Flip> flips() {
        List<Flip> found = new ArrayList<>();
        for (int a = 0; a < home.length; a++) {
            for (int c = boundary.starts()[a]; c < boundary.starts()[a + 1]; c++) {
                if (c != home[a] && loss(a, c) < distance) {
                    found.add(new Flip(a, c, loss(a, c)));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Flip::loss).thenComparingInt(Flip::candidate));
        return List.copyOf(found.subList(0, Math.min(MOST_FLIPS, found.size())));
    }

    /** The best choices within the limits: those it began with when no better ones are found. */
    int[] run() {
        if (flips.size() < MOST_AT_ONCE) {
            return best;
        }
        double first = FIRST_TEMPERATURE * distance;
        double cooling = StrictMath.log(LAST_TEMPERATURE / FIRST_TEMPERATURE) / STEPS;
        double temperature = first;
        for (int step = 0; step < STEPS; step++) {
            if (step % STEPS_PER_TEMPERATURE == 0) {
                temperature = first * StrictMath.exp(cooling * step);
            }
            step(temperature);
        }
        return best;
    }

    private void step(double temperature) {
        int[] contested = new int[1 + random.nextInt(MOST_AT_ONCE)];
        int[] before = new int[contested.length];
        double losses = 0;
        for (int i = 0; i < contested.length; i++) {
            Flip flip = flips.get(random.nextInt(flips.size()));
            int a = flip.contested;
            contested[i] = a;
            before[i] = choice[a];
            int to = choice[a] == flip.candidate ? home[a] : flip.candidate;
            losses += loss(a, to) - loss(a, choice[a]);
            terms.shift(after, boundary.rows()[choice[a]], boundary.rows()[to]);
            choice[a] = to;
        }
        double change = losses + worthOfLeft(after) - worthOfLeft(used);
        if (change <= 0 || random.nextDouble() < Exponential.of(Math.max(LEAST_EXPONENT, -change / temperature))) {
            System.arraycopy(after, 0, used, 0, used.length);
            distance += change;
            if (distance < bestDistance && isWithin()) {
                bestDistance = distance;
                best = choice.clone();
            }
            return;
        }
        for (int i = contested.length - 1; i >= 0; i--) {
            choice[contested[i]] = before[i];
        }
        System.arraycopy(used, 0, after, 0, used.length);
    }

    /** What priced capacities leave, at their prices, and what is overstepped, at the penalties. */
    private double worthOfLeft(double[] taken) {
        double sum = 0;
        for (int k = 0; k < taken.length; k++) {
            double over = taken[k] - limits.most()[k];
            double under = limits.least()[k] - taken[k];
            sum += penalties[k] * (Math.max(0, over) + Math.max(0, under));
            if (prices[k] > 0) {
                sum += prices[k] * Math.max(0, -over);
            } else if (prices[k] < 0) {
                sum -= prices[k] * Math.max(0, -under);
            }
        }
        return sum;
    }

    private boolean isWithin() {
        return !limits.isExceededBy(used) && limits.shortfall(used) == 0;
    }
}
