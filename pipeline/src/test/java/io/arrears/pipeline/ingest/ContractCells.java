package io.arrears.pipeline.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row, read as ingest.md says, in the most obvious way: what a cell means, or the reason why it means
 * nothing. Reads every cell and gathers all reasons; the product names one of them.
 */
final class ContractCells {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern TIMESTAMP =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2})(:([0-9]{2})(\\.([0-9]{0,9}))?)?"
                    + "([Zz]|([+-])([0-9]{2})(:([0-9]{2})(:([0-9]{2}))?)?)");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,10})?");
    private static final Map<String, Integer> DECIMALS =
            Map.of("EUR", 2, "USD", 2, "JPY", 0, "KWD", 3, "CLF", 4, "UYW", 4, "MGA", 2, "XAU", 0);
    private static final BigDecimal MOST_MINOR = new BigDecimal("90000000000000");
    private static final BigDecimal LEAST_PROPENSITY = new BigDecimal("0.000000001");
    private static final int MOST_DIGITS = 40;

    private final Map<String, String> cells = new TreeMap<>();
    private final Map<String, Set<String>> faults = new TreeMap<>();

    ContractCells(List<String> header, List<String> fields) {
        for (int i = 0; i < header.size(); i++) {
            String field = fields.get(i);
            if (!field.isBlank()) {
                cells.put(header.get(i), field);
            }
        }
    }

    @Nullable
    String text(String column) {
        return cells.get(column);
    }

    /** Reasons by column. */
    Map<String, Set<String>> faults() {
        return faults;
    }

    void fault(String column, String... reasons) {
        faults.computeIfAbsent(column, any -> new TreeSet<>()).addAll(Arrays.asList(reasons));
    }

    @Nullable
    String required(String column) {
        if (!cells.containsKey(column)) {
            fault(column, "missing_required");
        }
        return cells.get(column);
    }

    @Nullable
    String id(String column) {
        String id = cells.get(column);
        boolean printable = id == null || id.codePoints().noneMatch(ContractCells::isUnprintable);
        if (id != null && (id.length() > 128 || !printable)) {
            fault(column, "bad_identifier");
        }
        return id;
    }

    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    @Nullable
    LocalDate day(String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        Matcher date = DATE.matcher(text);
        try {
            if (date.matches()) {
                return checkedYear(LocalDate.of(number(date, 1), number(date, 2), number(date, 3)));
            }
        } catch (DateTimeException e) {
            // no day of the calendar
        }
        fault(column, "bad_date");
        return null;
    }

    private static LocalDate checkedYear(LocalDate day) {
        if (day.getYear() < 1900 || day.getYear() > 2200) {
            throw new DateTimeException("beyond the years");
        }
        return day;
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Microseconds, finer digits cut. */
    @Nullable
    Long micros(String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        Matcher time = TIMESTAMP.matcher(text);
        try {
            if (time.matches()) {
                return micros(time);
            }
        } catch (DateTimeException e) {
            // no instant
        }
        fault(column, "bad_timestamp");
        return null;
    }

    private static long micros(Matcher time) {
        LocalDateTime local = LocalDateTime.of(
                number(time, 1), number(time, 2), number(time, 3), number(time, 4), number(time, 5), number(time, 7));
        int sign = "-".equals(time.group(11)) ? -1 : 1;
        ZoneOffset offset = ZoneOffset.ofHoursMinutesSeconds(
                sign * number(time, 12), sign * number(time, 14), sign * number(time, 16));
        checkedYear(local.minusSeconds(offset.getTotalSeconds()).toLocalDate());
        String fraction = time.group(9) == null ? "" : time.group(9);
        long micros = Long.parseLong((fraction + "000000").substring(0, 6));
        return local.toEpochSecond(offset) * 1_000_000 + micros;
    }

    /** An amount in minor units, at least {@code least}. */
    @Nullable
    Long minor(String column, String currency, long least) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        BigDecimal amount = decimal(text.strip());
        if (amount == null) {
            fault(column, "bad_amount");
            return null;
        }
        if (amount.precision() > MOST_DIGITS || Math.abs((long) amount.scale()) > MOST_DIGITS) {
            fault(column, "amount_beyond_limit", "too_many_decimals");
            return null;
        }
        BigDecimal minor = amount.multiply(BigDecimal.TEN.pow(DECIMALS.get(currency)));
        if (minor.abs().compareTo(MOST_MINOR) > 0) {
            fault(column, "amount_beyond_limit", "too_many_decimals", "negative_amount");
        } else if (minor.setScale(0, RoundingMode.DOWN).compareTo(minor) != 0) {
            fault(column, "too_many_decimals", "negative_amount");
        } else if (minor.signum() < 0) {
            fault(column, "negative_amount");
        } else if (minor.longValueExact() < least) {
            fault(column, "zero_amount");
        } else {
            return minor.longValueExact();
        }
        return null;
    }

    private static @Nullable BigDecimal decimal(String text) {
        try {
            return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
        } catch (NumberFormatException e) {
            return null; // an exponent beyond all numbers
        }
    }

    @Nullable
    Double propensity(String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        BigDecimal share = decimal(text);
        if (share == null) {
            fault(column, "bad_number");
        } else if (share.compareTo(LEAST_PROPENSITY) < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            fault(column, "bad_propensity");
        } else {
            return Double.valueOf(text);
        }
        return null;
    }

    @Nullable
    Integer count(String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        if (text.matches("[+]?0*[0-9]{1,10}") && Long.parseLong(text) <= Integer.MAX_VALUE) {
            return (int) Long.parseLong(text);
        }
        if (!text.matches("-0+")) {
            fault(column, "bad_number");
        }
        return 0;
    }

    @Nullable
    String code(String column, String codes, @Nullable String otherwise) {
        String text = cells.get(column);
        if (text == null) {
            return otherwise;
        }
        if (!List.of(codes.split(" ")).contains(text)) {
            fault(column, "unknown_code");
        }
        return text;
    }

    @Nullable
    String currency(String column) {
        String text = cells.get(column);
        if (text != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(currency -> currency.getCurrencyCode().equals(text))) {
            fault(column, "unknown_code");
            return null;
        }
        return text;
    }

    @Nullable
    String zones(String column) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        List<String> zones = new ArrayList<>();
        for (String zone : text.split(";", -1)) {
            try {
                zones.add(ZoneId.of(zone.strip()).getId());
            } catch (DateTimeException e) {
                fault(column, "unknown_code");
            }
        }
        return zones.stream().collect(Collectors.joining(";"));
    }

    /** The attributes of an account. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>(cells);
        attributes.keySet().removeIf(column -> !column.startsWith("x_") && !column.startsWith("audit_"));
        return attributes;
    }
}
