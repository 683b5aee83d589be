package io.arrears.model.training.table;

import io.arrears.model.training.evaluation.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The label column as 0 and 1; NaN where it is missing. */
final class Labels {
    private static final int SHOWN_VALUES = 5;
    private static final String ONE = "1";

    private Labels() {}

    /**
     * @throws WrongTable when the label is always missing or always the same
     * @throws IllegalArgumentException when it is not clear which value counts as 1
     */
    static double[] of(PreparedTable table, TableColumns columns) {
        String label = columns.label();
        @Nullable String[] texts = table.column("--label", label);
        TreeSet<String> values =
                new TreeSet<>(Arrays.stream(texts).filter(Objects::nonNull).toList());
        if (values.isEmpty()) {
            throw new WrongTable("label %s is missing in all %,d rows: fill it in".formatted(label, table.rows()));
        }
        if (values.size() == 1) {
            throw new WrongTable("label %s is '%s' in every row: there is nothing to tell apart, add rows of the other"
                    .formatted(label, values.first()));
        }
        List<String> positives = positives(values, columns);
        return Arrays.stream(texts)
                .mapToDouble(text -> text == null ? Double.NaN : positives.contains(text) ? 1 : 0)
                .toArray();
    }

    /** The spellings of the positive value. */
    private static List<String> positives(SortedSet<String> values, TableColumns columns) {
        String wanted = columns.positive() == null ? ONE : columns.positive();
        List<String> positives =
                values.stream().filter(value -> same(value, wanted)).toList();
        boolean clear = columns.positive() != null || values.size() == 2;
        if (clear && !positives.isEmpty() && positives.size() < values.size()) {
            return positives;
        }
        String shown = values.stream().limit(SHOWN_VALUES).toList() + (values.size() > SHOWN_VALUES ? " and more" : "");
        throw new IllegalArgumentException(
                columns.positive() == null
                        ? "label %s has %,d values, %s: say with --positive which counts as 1"
                                .formatted(columns.label(), values.size(), shown)
                        : "--positive '%s' is not what tells label %s apart: use one of %s"
                                .formatted(wanted, columns.label(), shown));
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
