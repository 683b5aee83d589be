package io.arrears.model.training.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The groups of a column: each value is one; a number with many values is cut into quarters of the rows. */
final class GroupNames {
    private static final int MAX_GROUPS = 10;
    private static final String MISSING = "missing";

    private GroupNames() {}

    static String[] of(@Nullable String[] values) {
        String[] names = Arrays.stream(values)
                .map(value -> value == null || value.isEmpty() ? MISSING : value)
                .toArray(String[]::new);
        boolean banded =
                Numbers.isNumeric(values) && Arrays.stream(names).distinct().count() > MAX_GROUPS;
        if (!banded) {
            return names;
        }
        double[] sorted = Arrays.stream(values)
                .mapToDouble(Numbers::parse)
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        double[] quarters = {sorted[sorted.length / 4], sorted[sorted.length / 2], sorted[sorted.length * 3 / 4]};
        for (int i = 0; i < names.length; i++) {
            double value = Numbers.parse(values[i]);
            if (!Double.isNaN(value)) {
                names[i] = band(value, quarters);
            }
        }
        return names;
    }

    private static String band(double value, double[] quarters) {
        if (value < quarters[0]) {
            return "under " + plain(quarters[0]);
        }
        for (int q = 1; q < quarters.length; q++) {
            if (value < quarters[q]) {
                return plain(quarters[q - 1]) + " to under " + plain(quarters[q]);
            }
        }
        return "from " + plain(quarters[quarters.length - 1]);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
