package io.arrears.pipeline.ingest.mapping;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done to a value that is present, in the order codes, reading, shift, share. */
sealed interface Step extends Serializable permits Step.Codes, Step.Shift, Step.Share, Reading {
    /**
     * The next value.
     *
     * @param label how messages name the value
     */
    @Nullable
    String of(String value, String label, Fields fields);

    /** The columns of the record it needs. */
    default List<String> columns() {
        return List.of();
    }

    /** The source's codes in canonical words; others become {@code otherwise}, or end the record. */
    record Codes(Map<String, String> words, @Nullable String otherwise) implements Step {
        public Codes {
            words = Map.copyOf(words);
        }

        @Override
        public String of(String value, String label, Fields fields) {
            String word = words.getOrDefault(value, otherwise);
            if (word == null) {
                throw new Unmappable(
                        Unmappable.Kind.CODE,
                        label,
                        value,
                        "%s has a code the mapping doesn't know: add it to codes, or give otherwise".formatted(label));
            }
            return word;
        }
    }

    /** Moves a date by days, then months, then to the end of its month. */
    record Shift(@Nullable Template days, @Nullable Template months, boolean toMonthEnd) implements Step {
        @Override
        public String of(String value, String label, Fields fields) {
            LocalDate date;
            try {
                date = LocalDate.parse(value).plusDays(amount(days, fields)).plusMonths(amount(months, fields));
            } catch (DateTimeException e) {
                throw new Unmappable(
                        Unmappable.Kind.DATE,
                        label,
                        value,
                        "%s is no date to move: read it as a date".formatted(label));
            }
            return (toMonthEnd ? date.withDayOfMonth(date.lengthOfMonth()) : date).toString();
        }

        private static int amount(@Nullable Template amount, Fields fields) {
            String text = amount == null ? null : amount.of(fields);
            return amount == null || text == null ? 0 : Numbers.whole(amount.toString(), text);
        }

        @Override
        public List<String> columns() {
            return Templates.columns(days, months);
        }
    }

    /** Part {@code part} of {@code of} equal parts, rounded down to {@code decimals}; the last takes what is left. */
    record Share(Template part, Template of, int decimals) implements Step {
        @Override
        public String of(String value, String label, Fields fields) {
            int parts = count(of, fields);
            int number = count(part, fields);
            if (number < 1 || number > parts) {
                throw new Unmappable(
                        Unmappable.Kind.NUMBER, label, value, "part %d of %d does not exist".formatted(number, parts));
            }
            BigDecimal whole = Numbers.decimal(label, value);
            BigDecimal equal = whole.divide(BigDecimal.valueOf(parts), decimals, RoundingMode.DOWN);
            BigDecimal share = number < parts ? equal : whole.subtract(equal.multiply(BigDecimal.valueOf(parts - 1L)));
            return share.toPlainString();
        }

        private static int count(Template template, Fields fields) {
            String text = template.of(fields);
            return text == null ? 0 : Numbers.whole(template.toString(), text);
        }

        @Override
        public List<String> columns() {
            return Templates.columns(part, of);
        }
    }
}
