package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.Days;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.Flag;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.LedgerItem;
import io.arrears.model.account.Promise;
import io.arrears.model.account.Received;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what forbids a contact whatever the hour. */
final class HardStops {
    private HardStops() {}

    /** Why {@code rule} forbids contact on a channel; absent when it doesn't, or is about hours and counts. */
    static @Nullable Standstill find(Rule rule, CaseFacts facts, Channel channel) {
        KnownHistory known = facts.known();
        if (rule instanceof Rule.Stop stop) {
            return findFlag(stop, facts);
        } else if (rule instanceof Rule.OpenDispute) {
            return findDispute(rule, known);
        } else if (rule instanceof Rule.PendingPromise promise) {
            return findPromise(promise, known);
        } else if (rule instanceof Rule.Cured cured) {
            return findCure(cured, known);
        } else if (rule instanceof Rule.ConsentGiven consent) {
            return findConsent(consent, known, channel);
        } else if (rule instanceof Rule.NoticeFirst notice) {
            return findNotice(notice, facts);
        } else if (rule instanceof Rule.OfferFirst offer) {
            return findOffer(offer, known);
        }
        return null;
    }

    /** The flag in force that ends last. */
    private static @Nullable Standstill findFlag(Rule.Stop rule, CaseFacts facts) {
        Standstill last = lastFlag(rule, facts.known().flags(), facts.known().asOfDay(), null);
        return rule.everyAccount()
                ? lastFlag(rule, facts.others().flags(), facts.known().asOfDay(), last)
                : last;
    }

    private static @Nullable Standstill lastFlag(
            Rule.Stop rule, List<Flag> flags, int asOfDay, @Nullable Standstill before) {
        Standstill last = before;
        for (Flag flag : flags) {
            if (flag.kind() == rule.flag() && flag.isInForceOn(asOfDay)) {
                Integer through = flag.toDay();
                long freeFrom = through == null ? Standstill.NEVER : through + 1L;
                last = last == null || freeFrom > last.freeFrom() ? new Standstill(rule, flag.key(), freeFrom) : last;
            }
        }
        return last;
    }

    private static @Nullable Standstill findDispute(Rule rule, KnownHistory known) {
        Set<String> openInvoices = null;
        for (Dispute dispute : known.disputes()) {
            if (dispute.isOpenOn(known.asOfDay())) {
                openInvoices = openInvoices == null ? openInvoices(known) : openInvoices;
                if (dispute.invoiceId() == null || openInvoices.contains(dispute.invoiceId())) {
                    return new Standstill(rule, dispute.id(), Standstill.NEVER);
                }
            }
        }
        return null;
    }

    private static Set<String> openInvoices(KnownHistory known) {
        return known.ledger().openItems().stream()
                .map(item -> item.invoice().id())
                .collect(Collectors.toSet());
    }

    private static @Nullable Standstill findPromise(Rule.PendingPromise rule, KnownHistory known) {
        if (known.promises().isEmpty()) {
            return null;
        }
        Promise last = null;
        Received received = Received.of(known);
        for (Promise promise : known.promises()) {
            PromiseStanding standing = PromiseStanding.of(promise, received, known.asOfDay(), rule.graceDays());
            if (standing == PromiseStanding.PENDING && (last == null || promise.dueDay() > last.dueDay())) {
                last = promise;
            }
        }
        return last == null ? null : new Standstill(rule, last.id(), last.dueDay() + rule.graceDays() + 1L);
    }

    private static @Nullable Standstill findCure(Rule.Cured rule, KnownHistory known) {
        if (known.daysPastDue() > 0) {
            return null;
        }
        for (LedgerItem item : known.ledger().items()) {
            boolean settledLate = !item.isOpen() && item.daysLate() > 0;
            if (settledLate && item.settledDay() >= known.asOfDay() - rule.days()) {
                return new Standstill(rule, item.invoice().id(), item.settledDay() + rule.days() + 1L);
            }
        }
        return null;
    }

    private static @Nullable Standstill findConsent(Rule.ConsentGiven rule, KnownHistory known, Channel channel) {
        Consent own = latest(known, channel);
        if (own == null && rule.grantNeeded()) {
            return new Standstill(rule, "no consent to " + channel.code(), Standstill.NEVER);
        }
        if (own != null && !own.granted()) {
            return new Standstill(rule, own.key(), Standstill.NEVER);
        }
        for (Channel other : rule.revokesAll() ? rule.head().channels() : Set.<Channel>of()) {
            Consent revoked = latest(known, other);
            if (revoked != null && !revoked.granted()) {
                return new Standstill(rule, revoked.key(), Standstill.NEVER);
            }
        }
        return null;
    }

    private static @Nullable Consent latest(KnownHistory known, Channel channel) {
        Consent latest = null;
        for (Consent consent : known.consents()) {
            boolean inEffect = consent.effectiveMicros() <= known.asOfMicros();
            if (consent.channel() == channel
                    && inEffect
                    && (latest == null || consent.effectiveMicros() >= latest.effectiveMicros())) {
                latest = consent;
            }
        }
        return latest;
    }

    private static @Nullable Standstill findNotice(Rule.NoticeFirst rule, CaseFacts facts) {
        Standstill earliest = null;
        for (Contact contact : facts.known().contacts()) {
            boolean arrived = contact.result().outcome() != ContactOutcome.NO_CONTACT;
            if (arrived
                    && contact.isOutboundAttempt()
                    && rule.by().contains(contact.arm().channel())) {
                long freeFrom = lastLocalDay(contact, facts) + rule.waitDays() + 1;
                earliest = earliest == null || freeFrom < earliest.freeFrom()
                        ? new Standstill(rule, contact.id(), freeFrom)
                        : earliest;
            }
        }
        return earliest == null ? new Standstill(rule, "no notice yet", Standstill.NEVER) : earliest;
    }

    /** The day of a contact where it was latest. */
    private static long lastLocalDay(Contact contact, CaseFacts facts) {
        Long at = contact.atMicros();
        if (at == null) {
            return contact.decidedDay();
        }
        long last = Days.of(at);
        for (ZoneClock clock : facts.clocks()) {
            last = Math.max(last, clock.dayOf(at));
        }
        return last;
    }

    /** An offer counts when it was made since the oldest open item fell due. */
    private static @Nullable Standstill findOffer(Rule.OfferFirst rule, KnownHistory known) {
        int late = known.daysPastDue();
        int since = late == 0 ? Integer.MIN_VALUE : known.asOfDay() - late;
        boolean offered = known.contacts().stream()
                .anyMatch(contact -> contact.isOutboundAttempt()
                        && contact.decidedDay() >= since
                        && rule.offers().contains(contact.arm().action()));
        return offered ? null : new Standstill(rule, "no offer yet", Standstill.NEVER);
    }
}
