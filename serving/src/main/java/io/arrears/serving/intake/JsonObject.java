package io.arrears.serving.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Days;
import io.arrears.model.account.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object of a request. Getters note what is wrong and then answer a harmless stand-in, so that one reading finds
 * every error; nothing read may be used before {@link FieldErrors#check}. Null and blank count as absent.
 */
public final class JsonObject {
    private static final int MAX_ID = 128;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final String STAND_IN = "?";

    private final JsonNode node;
    private final String path;
    private final FieldErrors errors;
    private final Set<String> known = new HashSet<>();

    public JsonObject(JsonNode node, String path, FieldErrors errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
        if (!node.isObject()) {
            errors.add(path.isEmpty() ? "$" : path, "is no JSON object");
        }
    }

    /** Notes an error of one field. */
    public void fail(String name, String message) {
        errors.add(at(name), message);
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The raw field; empty when absent. */
    public @Nullable JsonNode find(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        boolean absent = value == null
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank());
        return absent ? null : value;
    }

    private @Nullable JsonNode get(String name) {
        JsonNode value = find(name);
        if (value == null) {
            fail(name, "is required");
        }
        return value;
    }

    /** An id or free text of at most 128 printable characters. */
    public @Nullable String findText(String name) {
        return text(name, find(name));
    }

    public String getText(String name) {
        String text = text(name, get(name));
        return text == null ? STAND_IN : text;
    }

    private @Nullable String text(String name, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (!value.isTextual() && !value.isIntegralNumber()) {
            fail(name, "is no text");
            return null;
        }
        String text = value.asText();
        if (text.length() > MAX_ID || text.chars().anyMatch(Character::isISOControl)) {
            fail(
                    name,
                    "has %d characters or unprintable ones: use 1 to %d printable characters"
                            .formatted(text.length(), MAX_ID));
            return null;
        }
        return text;
    }

    public int getDay(String name) {
        Integer day = day(name, get(name));
        return day == null ? 0 : day;
    }

    public @Nullable Integer findDay(String name) {
        return day(name, find(name));
    }

    private @Nullable Integer day(String name, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value.isTextual() ? value.textValue() : "");
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return Days.of(date);
            }
        } catch (DateTimeException e) {
            // Said below, as for years out of range.
        }
        fail(name, "is no date of the calendar: write YYYY-MM-DD, years %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
        return null;
    }

    /** A timestamp with offset as microseconds. */
    public @Nullable Long findMicros(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value.isTextual() ? value.textValue() : "");
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return Days.micros(time.toInstant());
            }
        } catch (DateTimeException e) {
            // Said below, as for years out of range.
        }
        fail(name, "is no timestamp: write ISO-8601 with Z or an offset, e.g. 2026-05-31T14:05:00Z");
        return null;
    }

    /** Whether a field that may be a date or a timestamp is a date. */
    boolean isDate(String name) {
        JsonNode value = find(name);
        return value != null && value.asText().length() <= "YYYY-MM-DD".length();
    }

    /** An amount above zero in minor units; a string or a number, exact. */
    long getAmountMinor(String name, Currency currency) {
        JsonNode value = get(name);
        Long minor = minor(name, value, currency);
        if (minor != null && minor <= 0) {
            fail(name, "is not above zero");
        }
        return minor == null ? 0 : minor;
    }

    /** An amount of zero or more in minor units. */
    @Nullable
    Long findMinor(String name, Currency currency) {
        Long minor = minor(name, find(name), currency);
        if (minor != null && minor < 0) {
            fail(name, "is below zero");
        }
        return minor;
    }

    private @Nullable Long minor(String name, @Nullable JsonNode value, Currency currency) {
        if (value == null) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            fail(name, "is no decimal amount; write it like \"1234.50\"");
            return null;
        }
        try {
            return Money.parse(value.asText(), currency).minor();
        } catch (IllegalArgumentException e) {
            fail(name, String.valueOf(e.getMessage()));
            return null;
        }
    }

    public <E extends Enum<E> & Coded> E getCode(Class<E> type, String name) {
        E code = code(type, name, get(name));
        return code == null ? type.getEnumConstants()[0] : code;
    }

    public <E extends Enum<E> & Coded> @Nullable E findCode(Class<E> type, String name) {
        return code(type, name, find(name));
    }

    private <E extends Enum<E> & Coded> @Nullable E code(Class<E> type, String name, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        return Coded.find(type, value.asText()).orElseGet(() -> {
            fail(name, "is none of its codes: use one of " + Coded.codes(type));
            return null;
        });
    }

    /** 0, 1, false or true; absent is {@code absent}. */
    boolean isOne(String name, boolean absent) {
        JsonNode value = find(name);
        if (value == null) {
            return absent;
        }
        return switch (value.asText()) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> {
                fail(name, "is neither 0 nor 1");
                yield false;
            }
        };
    }

    @Nullable
    Integer findCount(String name) {
        JsonNode value = find(name);
        if (value != null && !(value.isInt() && value.intValue() >= 0)) {
            fail(name, "is no whole number of 0 or more");
            return null;
        }
        return value == null ? null : (Integer) value.intValue();
    }

    @Nullable
    Double findProbability(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        double probability = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(probability > 0 && probability <= 1)) {
            fail(name, "is no probability above 0 and at most 1");
            return null;
        }
        return probability;
    }

    /** The {@code x_} and {@code audit_} columns as text. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.startsWith("x_") || name.startsWith("audit_")) {
                String text = findText(name);
                if (text != null) {
                    attributes.put(name, text);
                }
            }
        }
        return attributes;
    }

    /** Notes every field that nobody asked for: a misspelt column must not be taken for an absent one. */
    public void refuseOthers() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                fail(name, "is no known field here: see /docs");
            }
        }
    }
}
