package io.arrears.model.contact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The days over which a cap counts, in the debtor's local calendar. */
sealed interface CountingWindow {
    /** The first of the days that count towards a contact on {@code day}; {@code day} itself is the last. */
    LocalDate firstDay(LocalDate day);

    /** {@code n} days in a row, the day of the contact included: Monday to next Monday are 8. */
    record ConsecutiveDays(int days) implements CountingWindow {
        @Override
        public LocalDate firstDay(LocalDate day) {
            return day.minusDays(days - 1L);
        }
    }

    /** Monday to Sunday. */
    record CalendarWeek() implements CountingWindow {
        @Override
        public LocalDate firstDay(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    }

    record CalendarMonth() implements CountingWindow {
        @Override
        public LocalDate firstDay(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    }
}
