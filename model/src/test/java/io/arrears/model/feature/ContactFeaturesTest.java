package io.arrears.model.feature;

import static io.arrears.model.feature.FamilyCheck.received;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.feature.FamilyCheck.Net;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Effort, reach and response. */
final class ContactFeaturesTest {
    private static final Set<ContactOutcome> SILENT = Set.of(ContactOutcome.NO_ANSWER, ContactOutcome.NO_CONTACT);

    @Property(tries = 300)
    void effort(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        List<Contact> attempts = attempts(known);
        int asOf = known.asOfDay();

        new FamilyCheck(new ContactEffortFeatures(), known)
                .expect("contacts_7d", count(attempts, since(asOf - 7)))
                .expect("contacts_30d", count(attempts, since(asOf - 30)))
                .expect("contacts_90d", count(attempts, since(asOf - 90)))
                .expect("calls_90d", count(attempts, since(asOf - 90).and(by(Channel.CALL))))
                .expect("sms_90d", count(attempts, since(asOf - 90).and(by(Channel.SMS))))
                .expect("emails_90d", count(attempts, since(asOf - 90).and(by(Channel.EMAIL))))
                .expect("letters_90d", count(attempts, since(asOf - 90).and(by(Channel.LETTER))))
                .expect(
                        "days_since_last_contact",
                        attempts.stream()
                                .mapToDouble(contact -> asOf - contact.decidedDay())
                                .min())
                .expect(
                        "inbound_contacts_90d",
                        count(known.contacts(), since(asOf - 90).and(c -> c.direction() == Direction.INBOUND)))
                .complete();
    }

    @Property(tries = 300)
    void reach(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        int asOf = known.asOfDay();
        List<Contact> told = attempts(known).stream()
                .filter(contact -> contact.result().outcome() != null)
                .toList();
        List<Contact> recent = told.stream().filter(since(asOf - 180)).toList();
        Predicate<Contact> reached = contact -> contact.result().rightParty();
        List<Contact> newestFirst = new ArrayList<>(told);
        Collections.reverse(newestFirst);

        new FamilyCheck(new ContactReachFeatures(), known)
                .expectRatio("right_party_rate_180d", count(recent, reached), recent.size())
                .expectRatio(
                        "call_right_party_rate_180d",
                        count(recent, reached.and(by(Channel.CALL))),
                        count(recent, by(Channel.CALL)))
                .expectRatio("no_answer_share_180d", count(recent, SILENT_CONTACT), recent.size())
                .expect("wrong_party_180d", count(recent, ending(ContactOutcome.WRONG_PARTY)))
                .expect("refusals_180d", count(recent, ending(ContactOutcome.REFUSAL)))
                .expect(
                        "days_since_right_party",
                        told.stream()
                                .filter(reached)
                                .mapToDouble(contact -> asOf - contact.decidedDay())
                                .min())
                .expect(
                        "no_answer_streak",
                        newestFirst.stream().takeWhile(SILENT_CONTACT).count())
                .expect(
                        "complaints_365d",
                        count(
                                known.contacts(),
                                since(asOf - 365).and(c -> c.result().complaint())))
                .complete();
    }

    @Property(tries = 300)
    void response(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        List<Contact> attempts = attempts(known);
        List<Net> received = received(known);
        Predicate<Contact> paid = contact -> received.stream().anyMatch(net -> isNear(net, contact));
        List<Contact> over = attempts.stream()
                .filter(contact -> contact.decidedDay() + 14 < known.asOfDay())
                .toList();
        Contact last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
        double lastPaid = last == null
                ? Double.NaN
                : paid.test(last) ? 1 : last.decidedDay() + 14 < known.asOfDay() ? 0 : Double.NaN;
        long unprompted = received.stream()
                .filter(net -> attempts.stream().noneMatch(contact -> isNear(net, contact)))
                .count();

        new FamilyCheck(new ContactResponseFeatures(), known)
                .expectRatio("paid_after_contact_rate", count(over, paid), over.size())
                .expectRatio(
                        "paid_after_call_rate", count(over, paid.and(by(Channel.CALL))), count(over, by(Channel.CALL)))
                .expectRatio(
                        "paid_after_sms_rate", count(over, paid.and(by(Channel.SMS))), count(over, by(Channel.SMS)))
                .expectRatio(
                        "paid_after_email_rate",
                        count(over, paid.and(by(Channel.EMAIL))),
                        count(over, by(Channel.EMAIL)))
                .expectRatio(
                        "paid_after_letter_rate",
                        count(over, paid.and(by(Channel.LETTER))),
                        count(over, by(Channel.LETTER)))
                .expect("paid_after_last_contact", lastPaid)
                .expectRatio("unprompted_payment_share", unprompted, received.size())
                .complete();
    }

    private static final Predicate<Contact> SILENT_CONTACT =
            contact -> SILENT.contains(contact.result().outcome());

    private static boolean isNear(Net net, Contact contact) {
        return net.day() >= contact.decidedDay() && net.day() <= contact.decidedDay() + 14;
    }

    private static List<Contact> attempts(KnownHistory known) {
        return known.contacts().stream()
                .filter(contact -> contact.direction() == Direction.OUTBOUND)
                .filter(contact -> contact.arm().channel() != Channel.NONE)
                .toList();
    }

    private static Predicate<Contact> since(int day) {
        return contact -> contact.decidedDay() >= day;
    }

    private static Predicate<Contact> by(Channel channel) {
        return contact -> contact.arm().channel() == channel;
    }

    private static Predicate<Contact> ending(ContactOutcome outcome) {
        return contact -> contact.result().outcome() == outcome;
    }

    private static long count(List<Contact> contacts, Predicate<Contact> which) {
        return contacts.stream().filter(which).count();
    }
}
