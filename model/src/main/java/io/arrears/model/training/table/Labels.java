package io.arrears.model.training.table;

import io.arrears.model.training.evaluation.Numbers;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The label column as 0 and 1; NaN where it is missing. */
final class Labels {
    private static final int SHOWN_VALUES = 5;

    private Labels() {}

    static double[] of(PreparedTable table, TableColumns columns) {
        @Nullable String[] texts = table.column(columns.label());
        String positive = columns.positive() == null ? "1" : columns.positive();
        TreeSet<String> values =
                new TreeSet<>(Arrays.stream(texts).filter(Objects::nonNull).toList());
        if (values.stream().noneMatch(value -> same(value, positive))) {
            throw new IllegalArgumentException("label %s never has the value '%s': name the positive value, one of %s"
                    .formatted(
                            columns.label(),
                            positive,
                            values.stream().limit(SHOWN_VALUES).toList()));
        }
        if (values.size() < 2) {
            throw new IllegalArgumentException("label %s has one value only, '%s': there is nothing to tell apart"
                    .formatted(columns.label(), positive));
        }
        return Arrays.stream(texts)
                .mapToDouble(text -> text == null ? Double.NaN : same(text, positive) ? 1 : 0)
                .toArray();
    }

    /** Equal as text or as numbers: 1, 1.0. */
    private static boolean same(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        double number = Numbers.parse(a);
        return !Double.isNaN(number) && number == Numbers.parse(b);
    }
}
