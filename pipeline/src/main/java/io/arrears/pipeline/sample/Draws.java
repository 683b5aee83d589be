package io.arrears.pipeline.sample;

import java.util.List;

/**
 * A short run of random numbers (SplitMix64, Steele et al. 2014). Spelled out here, with {@link StrictMath} beneath the
 * distributions, because the bytes of a sample must not depend on the Java version or the processor.
 */
final class Draws {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Draws(long state) {
        this.state = state;
    }

    /** Mixes 64 bits so that neighbouring inputs give unrelated outputs. */
    static long mix(long bits) {
        long z = bits;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** In [0, 1). */
    double uniform() {
        state += GAMMA;
        return (mix(state) >>> 11) * UNIT;
    }

    double uniform(double from, double to) {
        return from + (to - from) * uniform();
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** In 0 .. bound-1. */
    int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** Both ends included. */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** Standard normal by Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Index drawn in proportion to the weights. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double at = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
