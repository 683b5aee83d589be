package io.arrears.model.contact;

import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import java.util.Arrays;

/**
 * Something a cap counts. A promised contact may happen at any time of its slot, so it has a first and a last moment, and a
 * first and a last local day in each zone.
 */
final class CountedEvent {
    private static final long NEXT_MOMENT = 1;

    private final String id;
    private final boolean planned;
    private final long fromMicros;
    private final long toMicros;
    private final long[] firstDays;
    private final long[] lastDays;

    private CountedEvent(String id, boolean planned, long[] spanMicros, long[] firstDays, long[] lastDays) {
        this.id = id;
        this.planned = planned;
        this.fromMicros = spanMicros[0];
        this.toMicros = spanMicros[1];
        this.firstDays = firstDays;
        this.lastDays = lastDays;
    }

    /** A contact without a time of day counts on the day it was decided, in every zone, and as late as it may have been. */
    static CountedEvent made(Contact contact, long asOfMicros, ZoneClock[] clocks) {
        Long at = contact.atMicros();
        long[] days = new long[clocks.length];
        long micros = at == null ? Math.min(Days.endMicros(contact.decidedDay()), asOfMicros) : at;
        Arrays.setAll(days, zone -> at == null ? contact.decidedDay() : clocks[zone].dayOf(micros));
        return new CountedEvent(contact.id(), false, new long[] {micros, micros}, days, days);
    }

    static CountedEvent planned(PlannedSlot slot, ZoneClock[] clocks) {
        long from = Days.micros(slot.slot().notBefore());
        long to = Days.micros(slot.slot().notAfter()) - NEXT_MOMENT;
        long[] first = new long[clocks.length];
        long[] last = new long[clocks.length];
        Arrays.setAll(first, zone -> clocks[zone].dayOf(from));
        Arrays.setAll(last, zone -> clocks[zone].dayOf(to));
        String id = "planned " + slot.channel().code() + " " + slot.slot().notBefore();
        return new CountedEvent(id, true, new long[] {from, to}, first, last);
    }

    String id() {
        return id;
    }

    boolean isPlanned() {
        return planned;
    }

    long fromMicros() {
        return fromMicros;
    }

    long toMicros() {
        return toMicros;
    }

    long firstDay(int zone) {
        return firstDays[zone];
    }

    long lastDay(int zone) {
        return lastDays[zone];
    }

    /** Whether it may have happened on one of the local days. */
    boolean isWithin(int zone, long from, long to) {
        return lastDays[zone] >= from && firstDays[zone] <= to;
    }
}
