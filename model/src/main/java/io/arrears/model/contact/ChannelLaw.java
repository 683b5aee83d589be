package io.arrears.model.contact;

import io.arrears.model.account.ContactWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rules of one channel before one account: which slots are open, and what forbids a contact. */
final class ChannelLaw {
    static final int HORIZON_DAYS = 14;
    /** A local day and the day of the same instant in another zone are no further apart. */
    private static final int ZONE_DAYS = 1;

    private static final RuleHead NO_HOURS = new RuleHead(
            "window",
            "the arm's window doesn't open within the horizon",
            RuleStatus.IN_FORCE,
            Severity.BLOCK,
            Applicability.EVERYONE,
            Set.of(),
            null,
            null);

    private final CaseFacts facts;
    private final List<Rule.Hours> hours = new ArrayList<>();
    private final List<Standstill> stops = new ArrayList<>();
    private final List<CapCount> caps = new ArrayList<>();

    ChannelLaw(CaseFacts facts) {
        this.facts = facts;
    }

    void add(Rule.Hours rule) {
        hours.add(rule);
    }

    void add(Standstill stop) {
        stops.add(stop);
    }

    void add(CapCount cap) {
        caps.add(cap);
    }

    /** How many contacts the caps leave room for at an instant; empty without caps in force. */
    OptionalInt findRoom(Instant at) {
        return caps.stream()
                .flatMapToInt(cap -> IntStream.range(0, facts.clocks().length)
                        .filter(zone -> cap.cap().head().isInForceOn(facts.clocks()[zone].dayOf(at)))
                        .map(zone -> cap.room(at, zone, facts.clocks()[zone].dayOf(at))))
                .min();
    }

    Verdict judge(PlannedContact planned) {
        RuleHead denied = findDenied(planned);
        Slot open = denied == null ? findFirst(planned, false) : null;
        Instant at = open == null ? facts.now() : open.notBefore();
        Standstill stop = findStop(planned, at);
        Slot legal = open == null || stops.isEmpty() && caps.isEmpty() ? open : findFirst(planned, true);
        Instant next = legal == null ? null : legal.notBefore();
        if (stop != null) {
            return blocked(stop.rule().head(), List.of(stop.counted()), next);
        } else if (denied != null) {
            return new Verdict.Blocked(
                    denied.id(), denied.citation() + " (time zone unknown)", denied.severity(), List.of(), null);
        } else if (open == null) {
            return blocked(hours.isEmpty() ? NO_HOURS : hours.get(0).head(), List.of(), null);
        } else if (legal != null && legal.notBefore().equals(at)) {
            return new Verdict.Allowed(legal);
        }
        return blockedByCap(planned, at, next);
    }

    private static Verdict.Blocked blocked(RuleHead head, List<String> counted, @Nullable Instant next) {
        return new Verdict.Blocked(head.id(), head.citation(), head.severity(), counted, next);
    }

    private Verdict blockedByCap(PlannedContact planned, Instant at, @Nullable Instant next) {
        for (CapCount cap : caps) {
            for (int zone = 0; zone < facts.clocks().length; zone++) {
                long day = facts.clocks()[zone].dayOf(at);
                if (cap.cap().head().binds(planned) && cap.isReachedAt(at, zone, day)) {
                    return blocked(cap.cap().head(), cap.counted(at, zone, day), next);
                }
            }
        }
        throw new IllegalStateException("no rule forbids %s of account %s at %s, yet no slot begins there"
                .formatted(planned, facts.known().id(), at));
    }

    /** Hours that deny because nobody knows where the debtor is. */
    private @Nullable RuleHead findDenied(PlannedContact planned) {
        if (facts.isZoneKnown()) {
            return null;
        }
        long today = facts.clocks()[0].dayOf(facts.now());
        return hours.stream()
                .map(Rule.Hours::head)
                .filter(head -> head.binds(planned) && head.isInForceOn(today))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Standstill findStop(PlannedContact planned, Instant at) {
        for (Standstill stop : stops) {
            for (ZoneClock clock : facts.clocks()) {
                if (stop.concerns(planned) && stop.forbids(at, clock.dayOf(at))) {
                    return stop;
                }
            }
        }
        return null;
    }

    /** Every legal slot of the coming 14 days; midnight of the first zone cuts them. */
    List<Slot> list(PlannedContact planned) {
        List<Slot> slots = new ArrayList<>();
        if (findDenied(planned) == null) {
            walk(planned, true, slot -> !slots.add(slot));
        }
        return slots;
    }

    private @Nullable Slot findFirst(PlannedContact planned, boolean withLimits) {
        Slot[] first = new Slot[1];
        walk(planned, withLimits, slot -> {
            first[0] = slot;
            return true;
        });
        return first[0];
    }

    /** Shows slots in order until {@code enough} says so. */
    private void walk(PlannedContact planned, boolean withLimits, Predicate<Slot> enough) {
        Instant from = facts.now();
        Instant end = from.plus(Duration.ofDays(HORIZON_DAYS));
        long first = facts.clocks()[0].dayOf(from);
        for (long day = first; day <= first + HORIZON_DAYS; day++) {
            for (Slot slot : Slots.from(slotsOn(day, planned, withLimits), from)) {
                if (slot.notBefore().isBefore(end) && enough.test(slot)) {
                    return;
                }
            }
        }
    }

    private List<Slot> slotsOn(long day, PlannedContact planned, boolean withLimits) {
        List<Slot> slots = localSlots(0, day, planned, withLimits);
        for (int zone = 1; zone < facts.clocks().length && !slots.isEmpty(); zone++) {
            List<Slot> here = new ArrayList<>();
            for (long near = day - ZONE_DAYS; near <= day + ZONE_DAYS; near++) {
                here.addAll(localSlots(zone, near, planned, withLimits));
            }
            slots = Slots.meet(slots, here);
        }
        return slots;
    }

    private List<Slot> localSlots(int zone, long day, PlannedContact planned, boolean withLimits) {
        HourSpan span = span(planned.window());
        for (Rule.Hours rule : hours) {
            if (rule.head().binds(planned) && rule.head().isInForceOn(day)) {
                span = span.meet(rule.on(day));
            }
        }
        List<Slot> slots = facts.clocks()[zone].slots(day, span);
        return withLimits ? limited(slots, zone, day, planned) : slots;
    }

    private List<Slot> limited(List<Slot> open, int zone, long day, PlannedContact planned) {
        List<Slot> slots = open;
        for (Standstill stop : stops) {
            slots = stop.concerns(planned) ? stop.free(slots, day) : slots;
        }
        for (CapCount cap : caps) {
            slots = cap.cap().head().binds(planned) ? cap.free(slots, zone, day) : slots;
        }
        return slots;
    }

    /** Morning is 08 to 12, afternoon 12 to 17, evening 17 to 21, local time; any is the whole legal day. */
    static HourSpan span(ContactWindow window) {
        return switch (window) {
            case ANY -> HourSpan.WHOLE_DAY;
            case MORNING -> new HourSpan(8 * 60, 12 * 60);
            case AFTERNOON -> new HourSpan(12 * 60, 17 * 60);
            case EVENING -> new HourSpan(17 * 60, 21 * 60);
        };
    }
}
