package io.arrears.pipeline.ingest.mapping;

import io.arrears.model.account.Coded;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A test that a record must pass to be used. */
sealed interface Condition extends Serializable {
    boolean holds(Fields fields);

    /** The columns it reads. */
    List<String> columns();

    MappedValue value();

    /** Whether the value is (or is not) one of these texts, which may hold columns; a blank one is none of them. */
    record OneOf(MappedValue value, List<Template> texts, boolean wanted) implements Condition {
        public OneOf {
            texts = List.copyOf(texts);
        }

        @Override
        public boolean holds(Fields fields) {
            String text = value.of(fields);
            boolean found = text != null && texts.stream().anyMatch(template -> text.equals(template.of(fields)));
            return found == wanted;
        }

        @Override
        public List<String> columns() {
            List<String> columns = new ArrayList<>(value.columns());
            texts.forEach(template -> columns.addAll(template.columns()));
            return columns;
        }
    }

    /** Whether the value is blank, or is not. */
    record Blank(MappedValue value, boolean wanted) implements Condition {
        @Override
        public boolean holds(Fields fields) {
            return (value.of(fields) == null) == wanted;
        }

        @Override
        public List<String> columns() {
            return value.columns();
        }
    }

    /** How two numbers compare; never when one is blank. */
    record Compared(MappedValue value, Comparison comparison, Template limit) implements Condition {
        @Override
        public boolean holds(Fields fields) {
            BigDecimal left = number(value.base().label(), value.of(fields));
            BigDecimal right = number(limit.toString(), limit.of(fields));
            return left != null && right != null && comparison.holds(left.compareTo(right));
        }

        private static @Nullable BigDecimal number(String label, @Nullable String text) {
            return text == null ? null : Numbers.decimal(label, text);
        }

        @Override
        public List<String> columns() {
            List<String> columns = new ArrayList<>(value.columns());
            columns.addAll(limit.columns());
            return columns;
        }
    }

    /** The comparisons by the names they have in a mapping file. */
    enum Comparison implements Coded {
        ABOVE,
        AT_LEAST,
        BELOW,
        AT_MOST;

        boolean holds(int order) {
            return switch (this) {
                case ABOVE -> order > 0;
                case AT_LEAST -> order >= 0;
                case BELOW -> order < 0;
                case AT_MOST -> order <= 0;
            };
        }
    }
}
