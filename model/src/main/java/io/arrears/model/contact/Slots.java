package io.arrears.model.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lists of slots in order, none touching the next. */
final class Slots {
    private Slots() {}

    /** Appends a stretch unless it is empty, joining what touches. */
    static void add(List<Slot> slots, Instant from, Instant to) {
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

    /** What of the slots is not before {@code from}. */
    static List<Slot> from(List<Slot> slots, Instant from) {
        List<Slot> rest = new ArrayList<>(slots.size());
        slots.forEach(slot -> add(rest, later(slot.notBefore(), from), slot.notAfter()));
        return rest;
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
