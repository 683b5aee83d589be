package io.arrears.model.contact;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The holidays of a place, by rule instead of by list, so that every year is known. Thread-safe. */
final class HolidayCalendar {
    private final List<Holiday> holidays;
    private final ConcurrentHashMap<Integer, Set<Long>> years = new ConcurrentHashMap<>();

    HolidayCalendar(List<Holiday> holidays) {
        this.holidays = List.copyOf(holidays);
    }

    /** How the day of a holiday is found in a year. */
    sealed interface Holiday {
        LocalDate in(int year);
    }

    /** The same date every year. A Sunday moves it to Monday where {@code mondayIfSunday}. */
    record Fixed(int month, int day, boolean mondayIfSunday) implements Holiday {
        @Override
        public LocalDate in(int year) {
            LocalDate date = LocalDate.of(year, month, day);
            return mondayIfSunday && date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date;
        }
    }

    /** So many days after Easter Sunday, before it when negative. */
    record FromEaster(int days) implements Holiday {
        @Override
        public LocalDate in(int year) {
            return easterSunday(year).plusDays(days);
        }
    }

    /** The first, second, … such weekday of a month. */
    record NthWeekday(int month, int nth, DayOfWeek weekday) implements Holiday {
        @Override
        public LocalDate in(int year) {
            return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
        }
    }

    /** The last such weekday before a date. */
    record WeekdayBefore(int month, int day, DayOfWeek weekday) implements Holiday {
        @Override
        public LocalDate in(int year) {
            return LocalDate.of(year, month, day).with(TemporalAdjusters.previous(weekday));
        }
    }

    /** Whether a day, counted from 1970-01-01, is one. */
    boolean isHoliday(long day) {
        return years.computeIfAbsent(LocalDate.ofEpochDay(day).getYear(), this::days)
                .contains(day);
    }

    private Set<Long> days(int year) {
        return holidays.stream().map(holiday -> holiday.in(year).toEpochDay()).collect(Collectors.toSet());
    }

    /** Easter Sunday of the Gregorian calendar; the anonymous algorithm (Meeus, Jones, Butcher). */
    static LocalDate easterSunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int skipped = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - skipped - year % 100 % 4) % 7;
        int shift = (golden + 11 * skipped + 22 * weekday) / 451;
        int sum = skipped + weekday - 7 * shift + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
