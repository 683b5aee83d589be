package io.arrears.model.contact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A made-up cap on calls, as a pack and as a slow law: every unit with every window, scope and exclusion. */
record SlowCap(String unit, String window, String scope, String exclusion, int blockAt) {
    static List<SlowCap> all() {
        List<SlowCap> caps = new ArrayList<>();
        for (String unit :
                List.of("attempt_placed", "connected", "conversation", "contact_incl_voicemail", "any_communication")) {
            for (String window : List.of(
                    "consecutive_days: 1",
                    "consecutive_days: 7",
                    "calendar: week",
                    "calendar: week, from: sunday",
                    "calendar: month",
                    "rolling_hours: 24",
                    "rolling_hours: 100")) {
                for (String scope : List.of("account", "person_debt", "creditor_person", "phone_number", "household")) {
                    for (String exclusion :
                            List.of("", "inbound_reply", "letter_mail", "required_notice", "{consent_days: 3}")) {
                        caps.add(new SlowCap(unit, window, scope, exclusion, 1 + caps.size() % 3));
                    }
                }
            }
        }
        return caps;
    }

    String yaml() {
        return """
                pack: made-up
                citation: none
                rules:
                  - id: cap
                    kind: cap
                    channels: [call]
                    counted: [call, sms, email, letter, push, visit]
                    unit: %s
                    window: {%s}
                    scope: %s
                    exclusions: [%s]
                    block_at: %d
                """.formatted(unit, window, scope, exclusion, blockAt);
    }

    MinuteByMinuteTest.Law law(SlowCase it) {
        SlowClock[] clocks = SlowClock.of(it.zones());
        return new MinuteByMinuteTest.Law() {
            @Override
            public boolean isOpen(long minute) {
                return true;
            }

            @Override
            public boolean isForbidden(long minute) {
                return Arrays.stream(clocks).anyMatch(clock -> count(it, minute, clock) >= blockAt);
            }
        };
    }

    private long count(SlowCase it, long minute, SlowClock clock) {
        return it.touches().stream()
                .filter(touch ->
                        !touch.elsewhere() || !Set.of("account", "person_debt").contains(scope))
                .filter(this::isOfUnit)
                .filter(touch -> !isExcluded(it, touch))
                .filter(touch -> isWithin(touch.minute(), minute, clock))
                .count();
    }

    private boolean isOfUnit(SlowCase.Touch touch) {
        return switch (unit) {
            case "attempt_placed" -> SlowLaw.placed(touch);
            case "connected" -> SlowLaw.placed(touch) && SlowLaw.cameAcross(touch);
            case "conversation" -> SlowLaw.talked(touch);
            case "contact_incl_voicemail" -> SlowLaw.cameAcross(touch);
            default -> true;
        };
    }

    private boolean isExcluded(SlowCase it, SlowCase.Touch touch) {
        return switch (exclusion) {
            case "inbound_reply" -> touch.inbound();
            case "letter_mail" -> touch.channel().equals("letter");
            case "required_notice" -> touch.action().equals("required_notice");
            case "{consent_days: 3}" -> isConsented(it, touch);
            default -> false;
        };
    }

    private static boolean isConsented(SlowCase it, SlowCase.Touch touch) {
        SlowCase.Ask last = null;
        for (SlowCase.Ask ask : it.asks()) {
            boolean before = ask.channel().equals(touch.channel()) && ask.minute() <= touch.minute();
            last = before && (last == null || ask.minute() >= last.minute()) ? ask : last;
        }
        SlowClock utc = SlowClock.UTC;
        return last != null && last.granted() && utc.day(touch.minute()) - utc.day(last.minute()) < 3;
    }

    private boolean isWithin(long touched, long minute, SlowClock clock) {
        int day = clock.day(minute);
        int on = clock.day(touched);
        return switch (window) {
            case "rolling_hours: 24" -> touched > minute - 24 * 60;
            case "rolling_hours: 100" -> touched > minute - 100 * 60;
            case "consecutive_days: 1" -> on == day;
            case "consecutive_days: 7" -> on <= day && on > day - 7;
            case "calendar: week" -> on <= day && on >= day - Math.floorMod(day + 3, 7);
            case "calendar: week, from: sunday" -> on <= day && on >= day - Math.floorMod(day + 4, 7);
            default ->
                on <= day && on >= LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
        };
    }
}
