package io.arrears.model.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** Hours of a local day as instants: exact on days when the clock changes, where an hour is missing or comes twice. */
final class LocalHours {
    /** A local day can't begin or end further than this from where the plain clock puts it. */
    private static final Duration CLOCK_CHANGE = Duration.ofHours(26);

    private LocalHours() {}

    /** The instants at which the wall clock of {@code zone} shows a time of {@code span} on {@code day}, in order. */
    static List<Slot> of(ZoneId zone, LocalDate day, HourSpan span) {
        List<Slot> slots = new ArrayList<>(1);
        if (span.isEmpty()) {
            return slots;
        }
        ZoneRules rules = zone.getRules();
        Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC).minus(CLOCK_CHANGE);
        Instant until = from.plus(CLOCK_CHANGE).plus(CLOCK_CHANGE).plus(Duration.ofDays(1));
        while (from.isBefore(until)) {
            ZoneOffset offset = rules.getOffset(from);
            ZoneOffsetTransition change = rules.nextTransition(from);
            Instant segmentEnd = change == null || change.getInstant().isAfter(until) ? until : change.getInstant();
            add(
                    slots,
                    later(from, at(day, span.fromMinute(), offset)),
                    earlier(segmentEnd, at(day, span.toMinute(), offset)));
            from = segmentEnd;
        }
        return slots;
    }

    private static Instant at(LocalDate day, int minute, ZoneOffset offset) {
        return day.atStartOfDay().plusMinutes(minute).toInstant(offset);
    }

    /** Appends, joining what touches. */
    private static void add(List<Slot> slots, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        int last = slots.size() - 1;
        if (last >= 0 && slots.get(last).notAfter().equals(from)) {
            slots.set(last, new Slot(slots.get(last).notBefore(), to));
        } else {
            slots.add(new Slot(from, to));
        }
    }

    /** What lies in both lists. */
    static List<Slot> meet(List<Slot> a, List<Slot> b) {
        List<Slot> both = new ArrayList<>();
        for (Slot x : a) {
            for (Slot y : b) {
                add(both, later(x.notBefore(), y.notBefore()), earlier(x.notAfter(), y.notAfter()));
            }
        }
        return both;
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
