package io.arrears.model.contact;

import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What the law is applied to: an account as known, the debtor's other accounts, and what a plan promised already. Where no
 * zone is known days are UTC days; that is only reached on channels without hours, because hours deny an unknown zone.
 */
final class CaseFacts {
    private final KnownHistory known;
    private final OtherAccounts others;
    private final List<PlannedSlot> planned;
    private final boolean zoneKnown;
    private final ZoneClock[] clocks;
    private final Instant now;

    /**
     * @param planned contacts promised to this account
     * @param now when the first contact may be made, as far as the asker goes
     */
    CaseFacts(KnownHistory known, OtherAccounts others, List<PlannedSlot> planned, Instant now) {
        this.known = known;
        this.others = others;
        this.planned = planned;
        this.now = now;
        List<ZoneId> zones = known.getAccount().profile().timeZones();
        this.zoneKnown = !zones.isEmpty();
        this.clocks = (zoneKnown ? zones : List.of(ZoneOffset.UTC))
                .stream().map(zone -> new ZoneClock(zone, now)).toArray(ZoneClock[]::new);
    }

    KnownHistory known() {
        return known;
    }

    OtherAccounts others() {
        return others;
    }

    boolean isZoneKnown() {
        return zoneKnown;
    }

    /** A clock for each zone the debtor may be in; at least one. */
    ZoneClock[] clocks() {
        return clocks;
    }

    Instant now() {
        return now;
    }

    /** Whether nothing happened on any account of the debtor that a cap could count. */
    boolean hasNoContacts() {
        return known.contacts().isEmpty()
                && planned.isEmpty()
                && others.contacts().isEmpty()
                && others.planned().isEmpty();
    }

    /** What a cap counts, made or promised, whenever it still may count. */
    List<CountedEvent> events(Rule.Cap cap) {
        Counting counting = cap.counting();
        List<CountedEvent> events = new ArrayList<>();
        long firstDay = known.asOfDay() - cap.window().longestDays() - 2L; // slots are looked for a day before today
        long conversed = counting.afterConversation() ? firstConversation() : Long.MIN_VALUE;
        add(events, known.contacts(), counting, firstDay, conversed);
        if (counting.scope().spansAccounts()) {
            add(events, others.contacts(), counting, firstDay, conversed);
            others.planned().forEach(slot -> addPlanned(events, slot, counting));
        }
        planned.forEach(slot -> addPlanned(events, slot, counting));
        return events;
    }

    private void add(
            List<CountedEvent> events, List<Contact> contacts, Counting counting, long firstDay, long afterMicros) {
        for (Contact contact : contacts) {
            Long at = contact.atMicros();
            boolean recent = (at == null ? contact.decidedDay() : Days.of(at)) >= firstDay;
            if (recent
                    && counting.counts(contact)
                    && !counting.exclusions().exclude(contact, known.consents())
                    && (at == null ? Days.endMicros(contact.decidedDay()) : at) > afterMicros) {
                events.add(CountedEvent.made(contact, known.asOfMicros(), clocks));
            }
        }
    }

    private void addPlanned(List<CountedEvent> events, PlannedSlot slot, Counting counting) {
        if (counting.channels().contains(slot.channel())) {
            events.add(CountedEvent.planned(slot, clocks));
        }
    }

    /** When the debt was first talked about; the end of time when it never was. */
    private long firstConversation() {
        long first = Long.MAX_VALUE;
        for (Contact contact : known.contacts()) {
            if (CountingUnit.CONVERSATION.counts(contact)) {
                Long at = contact.atMicros();
                first = Math.min(first, at == null ? Days.startMicros(contact.decidedDay()) : at);
            }
        }
        return first;
    }
}
