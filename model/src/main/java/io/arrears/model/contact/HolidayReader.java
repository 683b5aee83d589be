package io.arrears.model.contact;

import io.arrears.model.account.Coded;
import io.arrears.model.policy.PolicyNode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the holidays of a pack: {@code {name, date: MM-DD}}, {@code easter}, {@code nth} or {@code before}. */
final class HolidayReader {
    private static final Pattern DATE = Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    /** Days of the week as files write them. */
    enum Weekday implements Coded {
        MONDAY,
        TUESDAY,
        WEDNESDAY,
        THURSDAY,
        FRIDAY,
        SATURDAY,
        SUNDAY;

        DayOfWeek day() {
            return DayOfWeek.of(ordinal() + 1);
        }
    }

    private HolidayReader() {}

    /** The calendar under {@code holidays} of a pack; absent when it has none. */
    static @Nullable HolidayCalendar find(PolicyNode pack) {
        List<HolidayCalendar.Holiday> holidays = new ArrayList<>();
        for (PolicyNode node : pack.list("holidays")) {
            node.allow("name", "date", "monday_if_sunday", "easter", "weekday", "nth", "month", "before");
            node.text("name");
            HolidayCalendar.Holiday holiday = holiday(node);
            if (holiday == null) {
                node.reject(
                        "a holiday needs date, easter, or weekday with nth and month, or weekday with before",
                        "write e.g. {name: Good Friday, easter: -2}");
            } else {
                holidays.add(holiday);
            }
        }
        return holidays.isEmpty() ? null : new HolidayCalendar(holidays);
    }

    private static HolidayCalendar.@Nullable Holiday holiday(PolicyNode node) {
        int[] date = date(node, "date");
        if (date.length > 0) {
            return new HolidayCalendar.Fixed(date[0], date[1], node.flag("monday_if_sunday", false));
        }
        if (node.find("easter").isPresent()) {
            return new HolidayCalendar.FromEaster(node.count("easter", -60, 60, 0));
        }
        DayOfWeek weekday = node.code("weekday", Weekday.class, Weekday.MONDAY).day();
        int[] before = date(node, "before");
        if (before.length > 0) {
            return new HolidayCalendar.WeekdayBefore(before[0], before[1], weekday);
        }
        return node.find("nth").isPresent() && node.find("month").isPresent()
                ? new HolidayCalendar.NthWeekday(node.count("month", 1, 12, 1), node.count("nth", 1, 4, 1), weekday)
                : null;
    }

    /** Month and day; empty when absent. */
    private static int[] date(PolicyNode node, String key) {
        PolicyNode found = node.find(key).orElse(null);
        if (found == null) {
            return new int[0];
        }
        Matcher matcher = DATE.matcher(found.text());
        if (!matcher.matches()) {
            found.reject("a day of the year is expected", "write it like \"12-25\"");
            return new int[] {1, 1};
        }
        return new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))};
    }
}
