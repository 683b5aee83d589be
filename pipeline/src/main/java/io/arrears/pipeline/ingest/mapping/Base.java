package io.arrears.pipeline.ingest.mapping;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a value comes from, before anything is done to it. */
sealed interface Base extends Serializable {
    @Nullable
    String of(Fields fields);

    /** The columns of the record it needs. */
    List<String> columns();

    /** How messages name it. */
    String label();

    /** Text with columns in it. */
    record Text(Template template) implements Base {
        @Override
        public @Nullable String of(Fields fields) {
            return template.of(fields);
        }

        @Override
        public List<String> columns() {
            return template.columns();
        }

        @Override
        public String label() {
            return template.columns().size() == 1 ? template.columns().get(0) : template.toString();
        }
    }

    /** A column of the row of another source that has this key; blank when there is none. */
    record LookUp(String source, Template key, String take) implements Base {
        @Override
        public @Nullable String of(Fields fields) {
            String value = key.of(fields);
            return value == null ? null : fields.lookUp(source, value, take);
        }

        @Override
        public List<String> columns() {
            return key.columns();
        }

        @Override
        public String label() {
            return source + "." + take;
        }
    }

    /** An exact sum; blank terms count as 0. */
    record Sum(List<Template> plus, List<Template> minus) implements Base {
        public Sum {
            plus = List.copyOf(plus);
            minus = List.copyOf(minus);
        }

        @Override
        public String of(Fields fields) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Template term : plus) {
                sum = sum.add(Numbers.decimalOrZero(term, fields));
            }
            for (Template term : minus) {
                sum = sum.subtract(Numbers.decimalOrZero(term, fields));
            }
            return sum.toPlainString();
        }

        @Override
        public List<String> columns() {
            return Stream.concat(plus.stream(), minus.stream())
                    .flatMap(term -> term.columns().stream())
                    .toList();
        }

        @Override
        public String label() {
            return String.join("+", columns());
        }
    }
}
