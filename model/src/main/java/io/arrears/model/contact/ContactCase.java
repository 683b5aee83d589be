package io.arrears.model.contact;

import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One planned contact before the rules that bind it: finds slots. Days without a known zone are UTC days; that is only
 * reached on channels without hours, because hours with an unknown zone deny.
 */
final class ContactCase {
    static final int HORIZON_DAYS = 14;
    /** A local day and the UTC day of the same instant are no further apart. */
    private static final int CLOCK_DAYS = 1;

    private static final RuleHead NO_HOURS = new RuleHead(
            "window", "the arm's window doesn't open within the horizon", Severity.BLOCK, Set.of(), null, null);

    private final KnownHistory known;
    private final List<Rule> rules;
    private final PlannedContact planned;
    private final List<ZoneId> zones;
    private final Instant now;
    /** The contacts that a cap may count today or later: long histories are gone through once. */
    private final List<Contact> countable;

    /** Takes only rules that bind the account. */
    ContactCase(KnownHistory known, List<Rule> rules, PlannedContact planned) {
        this.known = known;
        this.planned = planned;
        this.rules = rules.stream()
                .filter(rule -> rule.head().channels().contains(planned.channel()))
                .toList();
        List<ZoneId> given = known.getAccount().profile().timeZones();
        this.zones = given.isEmpty() ? List.of(ZoneOffset.UTC) : given;
        this.now = Days.instant(known.asOfMicros());
        this.countable = countable();
    }

    private List<Contact> countable() {
        LocalDate today = Days.date(known.asOfDay()); // slots are looked for from two days before, where zones are many
        int first = Integer.MAX_VALUE;
        for (Rule rule : this.rules) {
            if (rule instanceof Rule.Cap cap) {
                LocalDate from =
                        cap.window().firstDay(today.minusDays(2 * CLOCK_DAYS)).minusDays(CLOCK_DAYS);
                first = Math.min(first, Days.of(from));
            }
        }
        List<Contact> found = new ArrayList<>();
        for (Contact contact : first == Integer.MAX_VALUE ? List.<Contact>of() : known.contacts()) {
            Long at = contact.atMicros();
            if ((at == null ? contact.decidedDay() : Days.of(at)) >= first) {
                found.add(contact);
            }
        }
        return found;
    }

    Verdict judge() {
        LocalDate today = Days.date(known.asOfDay());
        for (Rule rule : rules) {
            Verdict.Blocked blocked = rule.head().isInForceOn(today) ? HardStops.find(rule, known, planned) : null;
            if (blocked != null) {
                return reopening(blocked);
            }
        }
        return judgeTimes();
    }

    /** A stop that ends on a known day gives way to the first slot from then on. */
    private Verdict.Blocked reopening(Verdict.Blocked stop) {
        Instant end = stop.earliestNext();
        Slot next = end == null ? null : findSlot(LocalHours.later(end, now), true);
        return new Verdict.Blocked(
                stop.rule(), stop.citation(), stop.countedEvents(), next == null ? null : next.notBefore());
    }

    private Verdict judgeTimes() {
        Optional<Rule> hours =
                rules.stream().filter(Rule.Hours.class::isInstance).findFirst();
        if (hours.isPresent() && known.getAccount().profile().timeZones().isEmpty()) {
            RuleHead head = hours.get().head();
            return new Verdict.Blocked(head.id(), head.citation() + " (time zone unknown)", List.of(), null);
        }
        Slot open = findSlot(now, false);
        if (open == null) {
            RuleHead head = hours.map(Rule::head).orElse(NO_HOURS);
            return new Verdict.Blocked(head.id(), head.citation(), List.of(), null);
        }
        Rule.Cap cap = findReachedCap(open);
        if (cap == null) {
            return new Verdict.Allowed(open);
        }
        Slot next = findSlot(now, true);
        return new Verdict.Blocked(
                cap.head().id(), cap.head().citation(), countedOn(cap, open), next == null ? null : next.notBefore());
    }

    /** The first slot within the horizon of {@code from} that is open in every zone; midnight of the first zone cuts it. */
    private @Nullable Slot findSlot(Instant from, boolean withCaps) {
        LocalDate first = from.atZone(zones.get(0)).toLocalDate();
        Instant end = from.plus(Duration.ofDays(HORIZON_DAYS));
        for (int i = 0; i <= HORIZON_DAYS; i++) {
            for (Slot slot : slotsOn(first.plusDays(i), withCaps)) {
                if (slot.notAfter().isAfter(from) && slot.notBefore().isBefore(end)) {
                    return new Slot(LocalHours.later(slot.notBefore(), from), slot.notAfter());
                }
            }
        }
        return null;
    }

    private List<Slot> slotsOn(LocalDate day, boolean withCaps) {
        List<Slot> slots = localSlots(zones.get(0), day, withCaps);
        for (ZoneId other : zones.subList(1, zones.size())) {
            List<Slot> here = new ArrayList<>();
            for (int shift = -1; shift <= 1; shift++) {
                here.addAll(localSlots(other, day.plusDays(shift), withCaps));
            }
            slots = LocalHours.meet(slots, here);
        }
        return slots;
    }

    private List<Slot> localSlots(ZoneId zone, LocalDate day, boolean withCaps) {
        if (withCaps && rules.stream().anyMatch(rule -> rule instanceof Rule.Cap cap && isReached(cap, zone, day))) {
            return List.of();
        }
        HourSpan span = span(planned.window());
        for (Rule rule : rules) {
            if (rule instanceof Rule.Hours hours && rule.head().isInForceOn(day)) {
                HourSpan open = hours.hours().get(day.getDayOfWeek());
                span = open == null ? new HourSpan(0, 0) : span.meet(open);
            }
        }
        return LocalHours.of(zone, day, span);
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

    private Rule.@Nullable Cap findReachedCap(Slot slot) {
        for (Rule rule : rules) {
            if (rule instanceof Rule.Cap cap
                    && zones.stream().anyMatch(zone -> isReached(cap, zone, dayOf(slot, zone)))) {
                return cap;
            }
        }
        return null;
    }

    private static LocalDate dayOf(Slot slot, ZoneId zone) {
        return slot.notBefore().atZone(zone).toLocalDate();
    }

    private boolean isReached(Rule.Cap cap, ZoneId zone, LocalDate day) {
        return cap.head().isInForceOn(day) && counted(cap, zone, day).size() >= cap.blockAt();
    }

    private List<String> countedOn(Rule.Cap cap, Slot slot) {
        return zones.stream()
                .map(zone -> counted(cap, zone, dayOf(slot, zone)))
                .filter(ids -> ids.size() >= cap.blockAt())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> counted(Rule.Cap cap, ZoneId zone, LocalDate day) {
        LocalDate from = cap.window().firstDay(day);
        List<String> ids = new ArrayList<>();
        for (Contact contact : countable) {
            if (cap.counted().contains(contact.arm().channel()) && cap.unit().counts(contact)) {
                LocalDate on = localDay(contact, zone);
                if (!on.isBefore(from) && !on.isAfter(day)) {
                    ids.add(contact.id());
                }
            }
        }
        return ids;
    }

    /** A contact without a time of day counts on the day it was decided. */
    private static LocalDate localDay(Contact contact, ZoneId zone) {
        Long at = contact.atMicros();
        return at == null
                ? Days.date(contact.decidedDay())
                : Days.instant(at).atZone(zone).toLocalDate();
    }
}
