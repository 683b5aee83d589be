package io.arrears.model.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the wall clock of a zone shows, asked minute by minute and remembered. Minutes are minutes since 1970. */
final class SlowClock {
    static final SlowClock UTC = new SlowClock("UTC");
    private static final Map<String, SlowClock> CLOCKS = new HashMap<>();
    private static final int FIRST_DAY = (int) LocalDate.of(2025, 12, 1).toEpochDay();

    private final ZoneId zone;
    private final int[][] days = new int[600][];

    private SlowClock(String zone) {
        this.zone = ZoneId.of(zone);
    }

    static SlowClock of(String zone) {
        return CLOCKS.computeIfAbsent(zone, SlowClock::new);
    }

    static SlowClock[] of(List<String> zones) {
        return zones.stream().map(SlowClock::of).toArray(SlowClock[]::new);
    }

    /** Local day since 1970-01-01. */
    int day(long minute) {
        return shown(minute) / 1440;
    }

    /** Minute of the local day. */
    int minuteOfDay(long minute) {
        return shown(minute) % 1440;
    }

    private int shown(long minute) {
        int utcDay = (int) (minute / 1440);
        int[] day = days[utcDay - FIRST_DAY];
        if (day == null) {
            day = ask(utcDay);
            days[utcDay - FIRST_DAY] = day;
        }
        return day[(int) (minute % 1440)];
    }

    private int[] ask(long utcDay) {
        int[] shown = new int[1440];
        for (int i = 0; i < 1440; i++) {
            ZonedDateTime local =
                    Instant.ofEpochSecond((utcDay * 1440 + i) * 60).atZone(zone);
            shown[i] = (int) local.toLocalDate().toEpochDay() * 1440 + local.getHour() * 60 + local.getMinute();
        }
        return shown;
    }
}
