package io.arrears.pipeline.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The simulated days, numbered from 0 (the start) to {@code asOf - 1}; later numbers lie in the truth's horizon.
 * Calendar fields are looked up in arrays: the simulation asks for them on every day of every account.
 */
final class Period {
    /** Days over which the truth looks ahead, as-of day included. */
    static final int HORIZON_DAYS = 30;

    private static final int DAYS_BEYOND = 120;

    private final LocalDate start;
    private final int asOf;
    private final byte[] dayOfMonth;
    private final byte[] dayOfWeek;
    private final byte[] month;
    private final String[] text;

    Period(LocalDate start, LocalDate asOf) {
        this.start = start;
        this.asOf = Math.toIntExact(asOf.toEpochDay() - start.toEpochDay());
        int length = this.asOf + DAYS_BEYOND;
        dayOfMonth = new byte[length];
        dayOfWeek = new byte[length];
        month = new byte[length];
        text = new String[length];
        for (int day = 0; day < length; day++) {
            LocalDate date = start.plusDays(day);
            dayOfMonth[day] = (byte) date.getDayOfMonth();
            dayOfWeek[day] = (byte) date.getDayOfWeek().getValue();
            month[day] = (byte) date.getMonthValue();
            text[day] = date.toString();
        }
    }

    /** Number of the first day after the simulated ones. */
    int asOf() {
        return asOf;
    }

    LocalDate date(int day) {
        return start.plusDays(day);
    }

    int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - start.toEpochDay());
    }

    /** ISO date; any day, also before the start. */
    String text(int day) {
        return day >= 0 && day < text.length ? text[day] : date(day).toString();
    }

    int dayOfMonth(int day) {
        return dayOfMonth[day];
    }

    boolean weekend(int day) {
        return dayOfWeek[day] >= DayOfWeek.SATURDAY.getValue();
    }

    /** Tuesdays and Thursdays, when companies run their payments. */
    boolean paymentRun(int day) {
        return dayOfWeek[day] == DayOfWeek.TUESDAY.getValue() || dayOfWeek[day] == DayOfWeek.THURSDAY.getValue();
    }

    int month(int day) {
        return month[day];
    }
}
