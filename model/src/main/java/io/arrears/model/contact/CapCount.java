package io.arrears.model.contact;

import io.arrears.model.account.Days;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A cap before the events of one account: when it leaves no room for one more contact. */
final class CapCount {
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final Rule.Cap cap;
    private final List<CountedEvent> events;
    private final boolean anyPlanned;

    CapCount(Rule.Cap cap, List<CountedEvent> events) {
        this.cap = cap;
        this.events = events;
        this.anyPlanned = events.stream().anyMatch(CountedEvent::isPlanned);
    }

    Rule.Cap cap() {
        return cap;
    }

    /** Whether the cap can't be reached, whenever the contact is made. */
    boolean isOutOfReach() {
        return events.size() < cap.blockAt();
    }

    /** What of the slots, all on one local day of a zone, leaves room. */
    List<Slot> free(List<Slot> slots, int zone, long day) {
        if (isOutOfReach() || slots.isEmpty() || !cap.head().isInForceOn(day)) {
            return slots;
        }
        if (cap.window() instanceof CountingWindow.OfDays window) {
            return isReached(window, zone, day) ? List.of() : slots;
        }
        List<Slot> free = new ArrayList<>();
        slots.forEach(slot -> addFree(free, slot));
        return free;
    }

    /** Whether there is no room at an instant that falls on {@code day} in a zone. */
    boolean isReachedAt(Instant instant, int zone, long day) {
        return !isOutOfReach()
                && cap.head().isInForceOn(day)
                && (cap.window() instanceof CountingWindow.OfDays window
                        ? isReached(window, zone, day)
                        : within(Days.micros(instant)).size() >= cap.blockAt());
    }

    /** How many more contacts there may be at an instant that falls on {@code day} in a zone. */
    int room(Instant instant, int zone, long day) {
        return Math.max(0, cap.blockAt() - counted(instant, zone, day).size());
    }

    /** Ids of what counts towards a contact at an instant that falls on {@code day} in a zone. */
    List<String> counted(Instant instant, int zone, long day) {
        List<CountedEvent> counted = cap.window() instanceof CountingWindow.OfDays window
                ? within(zone, window.firstDay(day), day)
                : within(Days.micros(instant));
        return counted.stream().map(CountedEvent::id).toList();
    }

    private boolean isReached(CountingWindow.OfDays window, int zone, long day) {
        return within(zone, window.firstDay(day), day).size() >= cap.blockAt()
                || (anyPlanned && crowdsOut(window, zone, day));
    }

    /** Whether one more contact on {@code day} would make a contact that is promised for later one too many. */
    private boolean crowdsOut(CountingWindow.OfDays window, int zone, long day) {
        for (CountedEvent later : events) {
            for (long on = Math.max(day + 1, later.firstDay(zone));
                    later.isPlanned() && on <= later.lastDay(zone);
                    on++) {
                boolean together = window.firstDay(on) <= day;
                if (together && within(zone, window.firstDay(on), on).size() - 1 >= cap.blockAt() - 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<CountedEvent> within(int zone, long first, long last) {
        List<CountedEvent> within = new ArrayList<>(events.size());
        for (CountedEvent event : events) {
            if (event.isWithin(zone, first, last)) {
                within.add(event);
            }
        }
        return within;
    }

    /** Rolling hours; a promised contact counts from either side of it. */
    private List<CountedEvent> within(long micros) {
        long window = windowMicros();
        return events.stream()
                .filter(event -> event.toMicros() > micros - window && event.fromMicros() < micros + window)
                .toList();
    }

    private long windowMicros() {
        return cap.window() instanceof CountingWindow.RollingHours rolling ? rolling.hours() * HOUR_MICROS : 0;
    }

    private void addFree(List<Slot> free, Slot slot) {
        TreeSet<Instant> cuts = new TreeSet<>();
        cuts.add(slot.notBefore());
        for (CountedEvent event : events) {
            cuts.add(Days.instant(event.toMicros() + windowMicros()));
            cuts.add(Days.instant(event.fromMicros() - windowMicros() + 1));
        }
        cuts.add(slot.notAfter());
        Instant from = slot.notBefore();
        for (Instant to : cuts.tailSet(from, false)) {
            boolean inside = !to.isAfter(slot.notAfter());
            if (inside && within(Days.micros(from)).size() < cap.blockAt()) {
                Slots.add(free, from, to);
            }
            from = to;
        }
    }
}
