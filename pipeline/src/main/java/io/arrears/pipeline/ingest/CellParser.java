package io.arrears.pipeline.ingest;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Days;
import io.arrears.model.account.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Cells to typed values, strictly; what doesn't fit ends the row with its reason. */
final class CellParser {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int DATE_LENGTH = 10;
    private static final int MAX_SCALE = 40;
    private static final BigDecimal LEAST_PROBABILITY = new BigDecimal("0.000000001");

    private CellParser() {}

    /** An id: 1 to 128 printable characters. */
    static String id(Cells cells, SourceColumn column) {
        return checkedId(column, cells.get(column));
    }

    static @Nullable String findId(Cells cells, SourceColumn column) {
        String value = cells.find(column);
        return value == null ? null : checkedId(column, value);
    }

    private static String checkedId(SourceColumn column, String value) {
        if (!AccountId.isIdentifier(value)) {
            throw BadRow.of(
                    RejectReason.BAD_IDENTIFIER,
                    column.code(),
                    value,
                    "%s has %d characters or invisible ones: use 1 to 128 printable characters"
                            .formatted(column.code(), value.length()));
        }
        return value;
    }

    /** A date as a day count. */
    static int day(Cells cells, SourceColumn column) {
        return day(column, cells.get(column));
    }

    static @Nullable Integer findDay(Cells cells, SourceColumn column) {
        String value = cells.find(column);
        return value == null ? null : day(column, value);
    }

    private static int day(SourceColumn column, String value) {
        if (value.length() == DATE_LENGTH && value.charAt(4) == '-' && value.charAt(7) == '-') {
            int year = digits(value, 0, 4);
            int month = digits(value, 5, 7);
            int day = digits(value, 8, DATE_LENGTH);
            if (year >= FIRST_YEAR && year <= LAST_YEAR && month > 0 && day > 0) {
                try {
                    return Days.of(LocalDate.of(year, month, day));
                } catch (DateTimeException e) {
                    throw badDate(column, value);
                }
            }
        }
        throw badDate(column, value);
    }

    private static int digits(String value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static BadRow badDate(SourceColumn column, String value) {
        return BadRow.of(
                RejectReason.BAD_DATE,
                column.code(),
                value,
                "%s is no date of the calendar: write YYYY-MM-DD, years %d to %d"
                        .formatted(column.code(), FIRST_YEAR, LAST_YEAR));
    }

    static @Nullable Long findMicros(Cells cells, SourceColumn column) {
        String value = cells.find(column);
        return value == null ? null : micros(column, value);
    }

    static long micros(SourceColumn column, String value) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return Days.micros(time.toInstant());
            }
        } catch (DateTimeException e) {
            throw badTimestamp(column, value);
        }
        throw badTimestamp(column, value);
    }

    private static BadRow badTimestamp(SourceColumn column, String value) {
        return BadRow.of(
                RejectReason.BAD_TIMESTAMP,
                column.code(),
                value,
                "%s is no timestamp: write ISO-8601 with Z or an offset, e.g. 2024-05-31T14:05:00Z, years %d to %d"
                        .formatted(column.code(), FIRST_YEAR, LAST_YEAR));
    }

    /** Whether a cell that may hold a date or a timestamp holds a date. */
    static boolean looksLikeDate(String value) {
        return value.length() <= DATE_LENGTH;
    }

    static <E extends Enum<E> & Coded> E code(Class<E> type, Cells cells, SourceColumn column) {
        return code(type, column, cells.get(column));
    }

    static <E extends Enum<E> & Coded> @Nullable E findCode(Class<E> type, Cells cells, SourceColumn column) {
        String value = cells.find(column);
        return value == null ? null : code(type, column, value);
    }

    private static <E extends Enum<E> & Coded> E code(Class<E> type, SourceColumn column, String value) {
        return Coded.find(type, value).orElseThrow(() -> unknownCode(column, value, Coded.codes(type)));
    }

    static BadRow unknownCode(SourceColumn column, String value, String allowed) {
        return BadRow.of(
                RejectReason.UNKNOWN_CODE,
                column.code(),
                value,
                "%s is none of its codes: use one of %s".formatted(column.code(), allowed));
    }

    /** 0 or 1; absent reads as {@code absent}. */
    static boolean zeroOne(SourceColumn column, @Nullable String value, boolean absent) {
        if (value == null) {
            return absent;
        }
        return switch (value) {
            case "0" -> false;
            case "1" -> true;
            default -> throw unknownCode(column, value, "0, 1");
        };
    }

    static @Nullable Integer findCount(Cells cells, SourceColumn column) {
        String value = cells.find(column);
        if (value == null) {
            return null;
        }
        int count;
        try {
            count = value.chars().allMatch(c -> c < 0x80) ? Integer.parseInt(value) : -1;
        } catch (NumberFormatException e) {
            count = -1;
        }
        if (count < 0) {
            throw BadRow.of(
                    RejectReason.BAD_NUMBER,
                    column.code(),
                    value,
                    "%s is no whole number of 0 or more".formatted(column.code()));
        }
        return count;
    }

    /** A probability from {@link #LEAST_PROBABILITY} to 1: the inverse of a smaller one would drown all others. */
    static @Nullable Double findProbability(Cells cells, SourceColumn column) {
        String value = cells.find(column);
        if (value == null) {
            return null;
        }
        BigDecimal probability;
        try {
            probability = Money.plain(value);
        } catch (NumberFormatException e) {
            throw BadRow.of(RejectReason.BAD_NUMBER, column.code(), value, "%s is no decimal".formatted(column.code()));
        }
        if (probability.compareTo(LEAST_PROBABILITY) < 0 || probability.compareTo(BigDecimal.ONE) > 0) {
            throw BadRow.of(
                    RejectReason.BAD_PROPENSITY,
                    column.code(),
                    value,
                    "%s must be at least %s and at most 1: leave it blank when unknown"
                            .formatted(column.code(), LEAST_PROBABILITY));
        }
        return probability.doubleValue();
    }

    /** An amount above zero, in minor units. */
    static long positiveMinor(Cells cells, SourceColumn column, Currency currency) {
        String value = cells.get(column);
        long minor = minor(column, value, currency);
        if (minor == 0) {
            throw BadRow.of(
                    RejectReason.ZERO_AMOUNT, column.code(), value, "%s must be above 0".formatted(column.code()));
        }
        return minor;
    }

    /** An amount of zero or more, in minor units. */
    static @Nullable Long findMinor(Cells cells, SourceColumn column, Currency currency) {
        String value = cells.find(column);
        return value == null ? null : minor(column, value, currency);
    }

    private static long minor(SourceColumn column, String value, Currency currency) {
        long minor;
        try {
            minor = Money.parse(value, currency).minor();
        } catch (IllegalArgumentException e) {
            throw BadRow.of(
                    whyNoAmount(value, currency),
                    column.code(),
                    value,
                    "%s: %s".formatted(column.code(), e.getMessage()));
        }
        if (minor < 0) {
            throw BadRow.of(
                    RejectReason.NEGATIVE_AMOUNT,
                    column.code(),
                    value,
                    "%s is negative: amounts are above 0, the kind says which way they count".formatted(column.code()));
        }
        return minor;
    }

    private static RejectReason whyNoAmount(String value, Currency currency) {
        try {
            BigDecimal amount = Money.plain(value.strip());
            boolean hugeExponent = Math.abs((long) amount.scale()) > MAX_SCALE;
            return !hugeExponent && amount.stripTrailingZeros().scale() > Money.decimals(currency)
                    ? RejectReason.TOO_MANY_DECIMALS
                    : RejectReason.AMOUNT_BEYOND_LIMIT;
        } catch (NumberFormatException e) {
            return RejectReason.BAD_AMOUNT;
        }
    }
}
