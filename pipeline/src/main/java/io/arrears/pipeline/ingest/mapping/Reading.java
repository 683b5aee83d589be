package io.arrears.pipeline.ingest.mapping;

import io.arrears.model.account.Coded;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A source's way of writing dates, timestamps or numbers, turned into the canonical one. Strict: 30 February is an
 * error, whatever the pattern.
 */
final class Reading implements Step {
    private static final long serialVersionUID = 1L;

    /** What a text is read as. */
    enum As implements Coded {
        DATE,
        TIMESTAMP,
        NUMBER
    }

    private final As as;
    private final @Nullable String pattern;
    private final @Nullable ZoneId zone;
    private final char decimalMark;
    private transient @Nullable DateTimeFormatter formatter;

    /**
     * @param pattern of {@link DateTimeFormatter}; absent: ISO-8601
     * @param zone of timestamps that name no offset
     */
    Reading(As as, @Nullable String pattern, @Nullable ZoneId zone, char decimalMark) {
        this.as = as;
        this.pattern = pattern;
        this.zone = zone;
        this.decimalMark = decimalMark;
    }

    @Override
    public String of(String value, String label, Fields fields) {
        try {
            return switch (as) {
                case DATE ->
                    LocalDate.from(parse(value, DateTimeFormatter.ISO_LOCAL_DATE))
                            .toString();
                case TIMESTAMP -> timestamp(parse(value, DateTimeFormatter.ISO_DATE_TIME));
                case NUMBER -> number(value);
            };
        } catch (DateTimeException e) {
            throw new Unmappable(
                    as == As.DATE ? Unmappable.Kind.DATE : Unmappable.Kind.TIMESTAMP,
                    label,
                    value,
                    "%s is no %s written as %s".formatted(label, as.code(), pattern == null ? "ISO-8601" : pattern));
        }
    }

    private TemporalAccessor parse(String value, DateTimeFormatter iso) {
        return (pattern == null ? iso : formatter(pattern)).parse(value);
    }

    private DateTimeFormatter formatter(String written) {
        DateTimeFormatter known = formatter;
        if (known == null) {
            known = strict(written);
            formatter = known;
        }
        return known;
    }

    /** A strict formatter; y (year of era) is read as u (year), which is what everyone means. */
    static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private String timestamp(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
            return OffsetDateTime.from(parsed).toInstant().toString();
        }
        if (zone == null) {
            throw new DateTimeException("no offset and no zone");
        }
        return LocalDateTime.from(parsed).atZone(zone).toInstant().toString();
    }

    private String number(String value) {
        char grouping = decimalMark == ',' ? '.' : ',';
        return value.replace(Character.toString(grouping), "")
                .replace(" ", "")
                .replace("\u00A0", "")
                .replace(decimalMark, '.');
    }
}
