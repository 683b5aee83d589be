package io.arrears.model.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Between the calendar and the counts of days and microseconds in which facts are kept. Days are UTC days. */
public final class Days {
    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Days() {}

    /** The UTC day an instant falls on. */
    public static int of(long micros) {
        return Math.toIntExact(Math.floorDiv(micros, MICROS_PER_DAY));
    }

    public static int of(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    /** The first microsecond of a day: the instant that {@code --as-of} with a date means. */
    public static long startMicros(int day) {
        return day * MICROS_PER_DAY;
    }

    /** The last microsecond of a day: when a dated fact is known unless its row says otherwise. */
    public static long endMicros(int day) {
        return startMicros(day + 1) - 1;
    }

    /**
     * The microsecond an instant falls in: finer digits are cut, before 1970 as after.
     *
     * @throws ArithmeticException for instants some 290,000 years from now
     */
    public static long micros(Instant instant) {
        long seconds = Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND);
        return Math.addExact(seconds, instant.getNano() / NANOS_PER_MICRO);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
