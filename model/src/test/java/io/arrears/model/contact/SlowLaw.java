package io.arrears.model.contact;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Contact law asked for one minute at a time. Written from the text of the reference of contact rules, row by row and with
 * its numbers; it shares nothing with the engine and cares for nothing but being obvious.
 */
final class SlowLaw implements MinuteByMinuteTest.Law {
    private static final Set<String> DISTURBING = Set.of("call", "sms", "push", "visit");
    private static final Set<Integer> AU_HOLIDAYS =
            days("2026-04-03", "2026-04-06", "2026-04-25", "2026-12-25", "2026-12-26", "2027-01-01", "2027-01-26");
    private static final Set<Integer> ON_HOLIDAYS = days(
            "2026-04-03",
            "2026-04-06",
            "2026-05-18",
            "2026-07-01",
            "2026-09-07",
            "2026-10-12",
            "2026-12-25",
            "2026-12-26",
            "2027-01-01",
            "2027-02-15");
    private static final Set<Integer> QC_HOLIDAYS = days(
            "2026-04-03",
            "2026-04-06",
            "2026-05-18",
            "2026-06-24",
            "2026-07-01",
            "2026-09-07",
            "2026-10-12",
            "2026-12-25",
            "2026-12-26",
            "2027-01-01",
            "2027-01-02");
    private static final List<String> ANY_ACCOUNT =
            List.of("deceased", "bankruptcy", "cease_contact", "breathing_space", "moratorium", "vulnerable");
    private static final int NYC_FROM = day("2026-09-01");
    private static final int CCD2_FROM = day("2026-11-20");
    private static final int REVOKE_ALL_FROM = day("2027-01-31");

    private final SlowCase it;
    private final SlowClock[] clocks;
    private final boolean house;
    private final boolean federal;
    private final boolean tcpa;
    private final boolean massachusetts;
    private final boolean newYork;
    private final boolean washington;
    private final boolean kingdom;
    private final boolean union;
    private final boolean australia;
    private final boolean ontario;
    private final boolean quebec;
    private final String action;
    private final String channel;
    private final boolean call;

    SlowLaw(SlowCase it, Set<String> packs, String action, String channel) {
        this.it = it;
        this.clocks = SlowClock.of(it.zones());
        this.house = packs.contains("house-default");
        this.tcpa = packs.contains("us-federal") && in("US");
        this.federal = tcpa && it.thirdParty();
        this.massachusetts = packs.contains("us-ma") && in("US-MA");
        this.newYork = packs.contains("us-nyc") && in("US-NY");
        this.washington = packs.contains("us-wa") && in("US-WA") && it.thirdParty();
        this.kingdom = packs.contains("uk") && in("GB");
        this.union = packs.contains("eu-ccd2") && it.place().equals("DE");
        this.australia = packs.contains("au") && in("AU");
        this.ontario = packs.contains("ca-on") && in("CA-ON");
        this.quebec = packs.contains("ca-qc") && in("CA-QC");
        this.action = action;
        this.channel = channel;
        this.call = channel.equals("call");
    }

    /** Whether the hours of every zone are open. */
    @Override
    public boolean isOpen(long minute) {
        for (SlowClock clock : clocks) {
            if (!isOpen(clock.day(minute), clock.minuteOfDay(minute))) {
                return false;
            }
        }
        return true;
    }

    private boolean isOpen(int day, int minute) {
        if (!DISTURBING.contains(channel)) {
            return true;
        }
        int weekday = Math.floorMod(day + 3, 7) + 1;
        boolean open = true;
        if (house) {
            open = weekday == 7 ? between(minute, 10, 18) : between(minute, 8, 21);
        }
        if (federal) {
            open &= between(minute, 8, 21);
        }
        if (massachusetts) {
            open &= between(minute, 8, 21);
        }
        if (washington && call) {
            open &= between(minute, 7.5, 21);
        }
        if (australia) {
            double begin = weekday > 5 || channel.equals("visit") ? 9 : 7.5;
            open &= between(minute, begin, 21) && !AU_HOLIDAYS.contains(day);
        }
        if (ontario) {
            open &= (weekday == 7 ? between(minute, 13, 17) : between(minute, 7, 21)) && !ON_HOLIDAYS.contains(day);
        }
        if (quebec) {
            open &= weekday < 7 && between(minute, 8, 20) && !QC_HOLIDAYS.contains(day);
        }
        return open;
    }

    private static Set<Integer> days(String... dates) {
        return Arrays.stream(dates).map(SlowLaw::day).collect(Collectors.toSet());
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    private static boolean between(int minute, double from, double to) {
        return minute >= from * 60 && minute < to * 60;
    }

    private boolean in(String place) {
        return it.place().equals(place) || it.place().startsWith(place + "-") || place.startsWith(it.place() + "-");
    }

    /** Whether something forbids a contact whatever the hour. */
    @Override
    public boolean isForbidden(long minute) {
        for (SlowClock clock : clocks) {
            if (isStopped(minute, clock) || isFull(minute, clock)) {
                return true;
            }
        }
        return false;
    }

    private boolean isStopped(long minute, SlowClock clock) {
        int day = clock.day(minute);
        boolean stopped = false;
        if (house) {
            for (String flag : ANY_ACCOUNT) {
                stopped |= flagged(flag, true, minute, day);
            }
            stopped |= flagged("attorney", false, minute, day);
            stopped |= withdrawn(channel) || (channel.equals("push") && !granted("push"));
        }
        if (federal) {
            stopped |= flagged("cease_contact", false, minute, day) || flagged("attorney", false, minute, day);
            stopped |= withdrawn(channel);
        }
        if (tcpa && Set.of("call", "sms").contains(channel)) {
            boolean all = day >= REVOKE_ALL_FROM;
            stopped |= all ? withdrawn("call") || withdrawn("sms") : withdrawn(channel);
        }
        if (massachusetts) {
            stopped |= flagged("cease_contact", false, minute, day) || flagged("attorney", false, minute, day);
        }
        if (newYork && day >= NYC_FROM) {
            boolean electronic = Set.of("email", "sms", "push").contains(channel);
            stopped |= withdrawn(channel) || (electronic && !granted(channel));
        }
        if (kingdom) {
            stopped |= flagged("breathing_space", true, minute, day)
                    || flagged("moratorium", true, minute, day)
                    || flagged("vulnerable", true, minute, day);
        }
        if (union && action.equals("escalation")) {
            boolean offered = it.touches().stream()
                    .anyMatch(touch ->
                            own(touch) && !touch.inbound() && touch.action().equals("plan_offer"));
            stopped |= !offered && day >= CCD2_FROM;
        }
        if (ontario && !channel.equals("letter")) {
            stopped |= it.touches().stream()
                    .noneMatch(touch -> own(touch)
                            && !touch.inbound()
                            && touch.channel().equals("letter")
                            && !touch.outcome().equals("no_contact")
                            && isSixWholeDaysLater(touch.minute(), minute));
        }
        return stopped;
    }

    /** In UTC and everywhere the debtor may be. */
    private boolean isSixWholeDaysLater(long sent, long minute) {
        boolean later = true;
        for (SlowClock clock : clocks) {
            int last = SlowClock.UTC.day(sent);
            for (SlowClock other : clocks) {
                last = Math.max(last, other.day(sent));
            }
            later &= clock.day(minute) > last + 6 && SlowClock.UTC.day(minute) > last + 6;
        }
        return later;
    }

    private static boolean own(SlowCase.Touch touch) {
        return !touch.elsewhere();
    }

    private boolean flagged(String flag, boolean anyAccount, long minute, int day) {
        for (SlowCase.Mark mark : it.marks()) {
            if (mark.flag().equals(flag) && (anyAccount || !mark.elsewhere()) && lasts(mark, minute, day)) {
                return true;
            }
        }
        return false;
    }

    private boolean lasts(SlowCase.Mark mark, long minute, int day) {
        int today = SlowClock.UTC.day(it.now());
        int utc = SlowClock.UTC.day(minute);
        return mark.through() == null || (mark.through() >= today && (utc <= mark.through() || day <= mark.through()));
    }

    private boolean withdrawn(String channel) {
        SlowCase.Ask last = last(channel, it.now());
        return last != null && !last.granted();
    }

    private boolean granted(String channel) {
        SlowCase.Ask last = last(channel, it.now());
        return last != null && last.granted();
    }

    private SlowCase.Ask last(String channel, long minute) {
        SlowCase.Ask last = null;
        for (SlowCase.Ask ask : it.asks()) {
            if (ask.channel().equals(channel)
                    && ask.minute() <= minute
                    && (last == null || ask.minute() >= last.minute())) {
                last = ask;
            }
        }
        return last;
    }

    private boolean isFull(long minute, SlowClock clock) {
        int day = clock.day(minute);
        boolean full = false;
        if (house) {
            full = count(clock, day, day, SlowLaw::placed) >= 1 || count(clock, day - 6, day, SlowLaw::placed) >= 3;
            full |= channel.equals("letter") && count(clock, day - 29, day, t -> own(t) && placed(t, "letter")) >= 2;
            full |= channel.equals("visit") && count(clock, day - 29, day, t -> own(t) && placed(t, "visit")) >= 1;
        }
        if (federal && call) {
            full |= count(clock, day - 6, day, t -> own(t) && placed(t, "call") && !consented(t)) > 6;
            full |= count(clock, day - 6, day, t -> own(t) && t.channel().equals("call") && talked(t)) > 0;
        }
        if (massachusetts && Set.of("call", "sms").contains(channel)) {
            full |= count(clock, day - 6, day, t -> own(t) && (placed(t, "call") || placed(t, "sms"))) + 1 > 2;
        }
        if (massachusetts && channel.equals("visit")) {
            full |= count(clock, day - 29, day, t -> own(t) && placed(t, "visit")) >= 1;
        }
        if (newYork && day >= NYC_FROM) {
            full |= count(clock, day - 6, day, t -> own(t) && placed(t)) + 1 > 3;
        }
        if (washington) {
            int monday = day - Math.floorMod(day + 3, 7);
            int sunday = day - Math.floorMod(day + 4, 7);
            full |= count(clock, monday, day, SlowLaw::own) >= 3 || count(clock, sunday, day, SlowLaw::own) >= 3;
        }
        if (kingdom) {
            full |= count(clock, day - 6, day, SlowLaw::placed) + 1 > 3;
        }
        if (australia) {
            int first = (int) LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay();
            full |= count(clock, day - 6, day, t -> own(t) && placed(t) && cameAcross(t)) >= 3;
            full |= count(clock, first, day, t -> own(t) && placed(t) && cameAcross(t)) >= 10;
        }
        if (ontario && !channel.equals("letter")) {
            long talk = it.touches().stream()
                    .filter(t -> own(t) && talked(t))
                    .mapToLong(SlowCase.Touch::minute)
                    .min()
                    .orElse(Long.MAX_VALUE);
            full |= count(
                            clock,
                            day - 6,
                            day,
                            t -> own(t)
                                    && t.minute() > talk
                                    && cameAcross(t)
                                    && !t.channel().equals("letter"))
                    >= 3;
        }
        return full;
    }

    /** How many contacts on these local days. */
    private int count(SlowClock clock, int from, int to, Predicate<SlowCase.Touch> which) {
        int count = 0;
        for (SlowCase.Touch touch : it.touches()) {
            int on = clock.day(touch.minute());
            count += on >= from && on <= to && which.test(touch) ? 1 : 0;
        }
        return count;
    }

    static boolean placed(SlowCase.Touch touch) {
        return !touch.inbound();
    }

    static boolean placed(SlowCase.Touch touch, String channel) {
        return placed(touch) && touch.channel().equals(channel);
    }

    /** Neither an unanswered ring nor nothing at all. */
    static boolean cameAcross(SlowCase.Touch touch) {
        return !touch.outcome().equals("no_answer") && !touch.outcome().equals("no_contact");
    }

    /** With the right party, by phone or face to face, whoever began; a voicemail is no conversation. */
    static boolean talked(SlowCase.Touch touch) {
        return Set.of("call", "visit").contains(touch.channel())
                && touch.rightParty()
                && Set.of("acknowledged", "refusal", "promise_to_pay").contains(touch.outcome());
    }

    /** Consent of the last seven days, its day the first. */
    private boolean consented(SlowCase.Touch touch) {
        SlowCase.Ask last = last(touch.channel(), touch.minute());
        SlowClock utc = SlowClock.UTC;
        return last != null && last.granted() && utc.day(touch.minute()) - utc.day(last.minute()) < 7;
    }
}
