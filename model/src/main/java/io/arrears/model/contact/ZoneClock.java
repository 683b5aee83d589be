package io.arrears.model.contact;

import io.arrears.model.account.Days;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Local days of one zone as instants: exact on days when the clock changes, where an hour is missing or comes twice, and
 * plain arithmetic between two changes. Days are days since 1970-01-01.
 */
final class ZoneClock {
    private static final long DAY_SECONDS = 86_400;
    /** A local day can't begin or end further than this from where the plain clock puts it. */
    private static final long REACH_SECONDS = 26 * 3_600;

    private static final long MICROS = 1_000_000;

    private final ZoneRules rules;
    private final int offset;
    private final long steadyFrom;
    private final long steadyUntil;

    ZoneClock(ZoneId zone, Instant around) {
        this.rules = zone.getRules();
        this.offset = rules.getOffset(around).getTotalSeconds();
        ZoneOffsetTransition before = rules.previousTransition(around.plusNanos(1));
        ZoneOffsetTransition after = rules.nextTransition(around);
        this.steadyFrom = before == null ? Long.MIN_VALUE : before.toEpochSecond();
        this.steadyUntil = after == null ? Long.MAX_VALUE : after.toEpochSecond();
    }

    /** The local day an instant falls on. */
    long dayOf(long micros) {
        long second = Math.floorDiv(micros, MICROS);
        int here = second >= steadyFrom && second < steadyUntil
                ? offset
                : rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        return Math.floorDiv(second + here, DAY_SECONDS);
    }

    long dayOf(Instant instant) {
        return dayOf(Days.micros(instant));
    }

    /** The instants at which the wall clock shows a time of {@code span} on {@code day}, in order. */
    List<Slot> slots(long day, HourSpan span) {
        if (span.isEmpty()) {
            return List.of();
        }
        long from = day * DAY_SECONDS - REACH_SECONDS;
        long until = day * DAY_SECONDS + DAY_SECONDS + REACH_SECONDS;
        if (from >= steadyFrom && until < steadyUntil) {
            return List.of(new Slot(at(day, span.fromMinute(), offset), at(day, span.toMinute(), offset)));
        }
        return changing(day, span, Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
    }

    private List<Slot> changing(long day, HourSpan span, Instant begin, Instant until) {
        List<Slot> slots = new ArrayList<>(2);
        Instant from = begin;
        while (from.isBefore(until)) {
            ZoneOffset here = rules.getOffset(from);
            ZoneOffsetTransition change = rules.nextTransition(from);
            Instant end = change == null || change.getInstant().isAfter(until) ? until : change.getInstant();
            Slots.add(
                    slots,
                    Slots.later(from, at(day, span.fromMinute(), here.getTotalSeconds())),
                    Slots.earlier(end, at(day, span.toMinute(), here.getTotalSeconds())));
            from = end;
        }
        return slots;
    }

    private static Instant at(long day, int minute, int offset) {
        return Instant.ofEpochSecond(day * DAY_SECONDS + minute * 60L - offset);
    }
}
