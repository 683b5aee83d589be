package io.arrears.model.contact;

import java.time.LocalDate;

/** The time over which a cap counts, in the debtor's local calendar. Days are days since 1970-01-01. */
sealed interface CountingWindow {
    /** No window counts anything longer ago than this. */
    int longestDays();

    /** A window of whole local days. */
    sealed interface OfDays extends CountingWindow {
        /** The first of the days that count towards a contact on {@code day}; {@code day} itself is the last. */
        long firstDay(long day);
    }

    /** {@code n} days in a row, the day of the contact included: Monday to next Monday are 8. */
    record ConsecutiveDays(int days) implements OfDays {
        @Override
        public int longestDays() {
            return days;
        }

        @Override
        public long firstDay(long day) {
            return day - days + 1;
        }
    }

    /** Seven days from Monday, or from Sunday. */
    record CalendarWeek(boolean fromSunday) implements OfDays {
        @Override
        public int longestDays() {
            return 7;
        }

        @Override
        public long firstDay(long day) {
            return day - Math.floorMod(day + (fromSunday ? 4 : 3), 7); // 1970-01-01 was a Thursday
        }
    }

    record CalendarMonth() implements OfDays {
        @Override
        public int longestDays() {
            return 31;
        }

        @Override
        public long firstDay(long day) {
            return LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
        }
    }

    /** The hours before the contact: what is exactly so long ago no longer counts. */
    record RollingHours(int hours) implements CountingWindow {
        @Override
        public int longestDays() {
            return hours / 24 + 1;
        }
    }
}
