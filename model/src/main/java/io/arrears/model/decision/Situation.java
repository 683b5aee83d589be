package io.arrears.model.decision;

import dev.cel.common.values.NullValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see of an account: the documented {@link SituationFields} and its {@code account.x_…} attributes, by
 * name. Values are Boolean, Long, Double, String or null.
 */
public record Situation(SortedMap<String, @Nullable Object> values) {
    public Situation {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Situation of(SituationSource source) {
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        for (SituationField field : SituationFields.ALL) {
            values.put(field.name(), field.value().apply(source));
        }
        source.account().attributes().forEach((name, text) -> {
            if (name.startsWith("x_")) {
                values.put("account." + name, attribute(text));
            }
        });
        return new Situation(values);
    }

    /** A situation read back from a record: whole numbers become what the field's type says. */
    public static Situation restore(Map<String, @Nullable Object> recorded) {
        SortedMap<String, @Nullable Object> values = new TreeMap<>();
        recorded.forEach((name, value) -> values.put(name, restore(name, value)));
        return new Situation(values);
    }

    private static @Nullable Object restore(String name, @Nullable Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        SituationField field = SituationFields.find(name);
        return field != null && field.type() == FieldType.INTEGER ? (Object) number.longValue() : number.doubleValue();
    }

    /** A number when it is one, else the text. */
    private static Object attribute(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? (Object) number : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** As an expression sees it: absent values are CEL's null. */
    Object variable(String name) {
        Object value = values.get(name);
        return value == null ? NullValue.NULL_VALUE : value;
    }

    public String text(String name) {
        return String.valueOf(values.get(name));
    }

    /**
     * @throws IllegalArgumentException when there is no such number
     */
    public double number(String name) {
        if (values.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("field %s is %s, not a number".formatted(name, values.get(name)));
    }

    public boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }
}
