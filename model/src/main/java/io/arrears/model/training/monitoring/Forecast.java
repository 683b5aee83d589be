package io.arrears.model.training.monitoring;

import java.util.ArrayList;
import java.util.List;

/**
 * What one signal may be expected to show in the next cycle, learned from the cycles before it: a level that may move
 * slowly (each cycle counts {@value #FADE} of the next, so a book that ages carries its forecast along) and, around it,
 * what comes and goes with a cycle. Its variance is learned from how far such forecasts missed before, on top of a prior
 * worth {@value #PRIOR_CYCLES} cycles; the limits are Student's.
 */
final class Forecast {
    private static final double FADE = 0.6;
    private static final int PRIOR_CYCLES = 5;

    private final double lasting;
    private final double prior;
    private final List<Estimate> seen = new ArrayList<>();
    private double misses;
    private int judged;

    /**
     * @param kind of the signal
     * @param usual what came and went with the cycles of the training window, as a standard deviation
     */
    Forecast(Signal.Kind kind, double usual) {
        this.lasting = kind.lasting() * kind.lasting();
        double passing = Math.max(kind.passing(), usual);
        this.prior = passing * passing;
    }

    /** By how much single cycles depart from their mean beyond chance: a standard deviation. */
    static double deviation(List<Estimate> cycles) {
        double weights = 0;
        double sum = 0;
        for (Estimate cycle : cycles) {
            weights += 1 / (cycle.error() * cycle.error());
            sum += cycle.value() / (cycle.error() * cycle.error());
        }
        double excess = 0;
        for (Estimate cycle : cycles) {
            double miss = cycle.value() - sum / weights;
            excess += miss * miss - cycle.error() * cycle.error();
        }
        return cycles.size() < 2 ? 0 : Math.sqrt(Math.max(0, excess / (cycles.size() - 1)));
    }

    /** A cycle in which all was as usual. */
    void learn(Estimate cycle) {
        Level level = level();
        double miss = cycle.value() - level.mean;
        misses += miss * miss - level.variance - cycle.error() * cycle.error();
        judged++;
        seen.add(cycle);
    }

    /**
     * Holds a cycle against the forecast.
     *
     * @param falseAlarms chance of a verdict beyond the limits when all is as usual, both sides together
     */
    Verdict judge(Estimate cycle, double falseAlarms) {
        Level level = level();
        double moving = passing() + level.variance;
        double variance = moving + cycle.error() * cycle.error();
        double degrees = (PRIOR_CYCLES + judged) * (variance / moving) * (variance / moving);
        double limit = StudentT.quantile(1 - falseAlarms / 2, degrees) * Math.sqrt(variance);
        double z = StudentT.asNormal((cycle.value() - level.mean) / Math.sqrt(variance), degrees);
        return new Verdict(cycle, level.mean, limit, z);
    }

    /** Variance of what comes and goes with a cycle. */
    double passing() {
        return Math.max(prior / 4, (PRIOR_CYCLES * prior + misses) / (PRIOR_CYCLES + judged));
    }

    private Level level() {
        double passing = passing();
        double weights = 1 / lasting;
        double sum = 0;
        double fade = 1;
        for (int i = seen.size() - 1; i >= 0; i--) {
            double weight = fade / (passing + seen.get(i).error() * seen.get(i).error());
            weights += weight;
            sum += weight * seen.get(i).value();
            fade *= FADE;
        }
        return new Level(sum / weights, 1 / weights);
    }

    private record Level(double mean, double variance) {}

    /**
     * @param expected the forecast
     * @param limit how far from it a cycle may lie
     * @param z how far it does lie, as a standard normal
     */
    record Verdict(Estimate cycle, double expected, double limit, double z) {
        boolean isAlarm() {
            return Math.abs(cycle.value() - expected) > limit;
        }
    }
}
