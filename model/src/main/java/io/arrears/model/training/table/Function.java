package io.arrears.model.training.table;

import java.util.Arrays;
import java.util.Locale;

/** What a recipe may call. Reductions skip missing values and are missing when all are. */
enum Function {
    SUM,
    MEAN,
    MIN,
    MAX,
    /** Standard deviation over the values. */
    STD,
    /** Number of values that are neither missing nor 0; of conditions: how many hold. */
    COUNT,
    /** Least-squares change per step along the series. */
    SLOPE,
    /** Position, from 1, of the first value that is neither missing nor 0; missing when there is none. */
    FIRST,
    /** Length of the run of values, from the first on, that are neither missing nor 0. */
    RUN,
    /** Sum of the series with weights 1, 0.7, 0.49, … */
    FADE,
    /** The first value that is not missing. */
    COALESCE,
    ABS,
    /** Natural logarithm of 1 + x; missing where x is not above -1. */
    LOG1P;

    private static final double FADE_FACTOR = 0.7;

    static Function of(String name) {
        for (Function function : values()) {
            if (function.name().toLowerCase(Locale.ROOT).equals(name)) {
                return function;
            }
        }
        throw new IllegalArgumentException("function '%s' is unknown: use one of %s"
                .formatted(name, Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }

    boolean isElementwise() {
        return this == ABS || this == LOG1P;
    }

    double[] apply(double[] values) {
        return switch (this) {
            case ABS -> Arrays.stream(values).map(Math::abs).toArray();
            case LOG1P ->
                Arrays.stream(values)
                        .map(x -> x > -1 ? Math.log1p(x) : Double.NaN)
                        .toArray();
            default -> new double[] {reduce(values)};
        };
    }

    private double reduce(double[] values) {
        double[] known = Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
        if (known.length == 0) {
            return Double.NaN;
        }
        return switch (this) {
            case SUM -> Arrays.stream(known).sum();
            case MEAN -> Arrays.stream(known).average().orElseThrow();
            case MIN -> Arrays.stream(known).min().orElseThrow();
            case MAX -> Arrays.stream(known).max().orElseThrow();
            case STD -> std(known);
            case COUNT -> Arrays.stream(known).filter(x -> x != 0).count();
            case SLOPE -> slope(values);
            case FIRST -> first(values);
            case RUN -> run(values);
            case FADE -> fade(values);
            case COALESCE -> known[0];
            case ABS, LOG1P -> throw new IllegalStateException(this + " is no reduction");
        };
    }

    private static double std(double[] known) {
        double mean = Arrays.stream(known).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(known).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
    }

    private static double slope(double[] values) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int x = 0; x < values.length; x++) {
            if (!Double.isNaN(values[x])) {
                n++;
                sx += x;
                sy += values[x];
                sxx += (double) x * x;
                sxy += x * values[x];
            }
        }
        double spread = n * sxx - sx * sx;
        return spread > 0 ? (n * sxy - sx * sy) / spread : Double.NaN;
    }

    private static double first(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i]) && values[i] != 0) {
                return i + 1;
            }
        }
        return Double.NaN;
    }

    private static double run(double[] values) {
        int length = 0;
        while (length < values.length && !Double.isNaN(values[length]) && values[length] != 0) {
            length++;
        }
        return length;
    }

    private static double fade(double[] values) {
        double sum = 0;
        double weight = 1;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : weight * value;
            weight *= FADE_FACTOR;
        }
        return sum;
    }
}
