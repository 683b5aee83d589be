package io.arrears.model.contact;

import io.arrears.model.account.Consent;
import io.arrears.model.account.Days;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.LedgerItem;
import io.arrears.model.account.Promise;
import io.arrears.model.account.Received;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules that forbid a contact whatever the hour. */
final class HardStops {
    private HardStops() {}

    /** Why {@code rule} forbids the contact; absent when it doesn't, or is about hours and counts. */
    static Verdict.@Nullable Blocked find(Rule rule, KnownHistory known, PlannedContact planned) {
        if (rule instanceof Rule.Stop stop) {
            return findFlag(stop, known, planned);
        } else if (rule instanceof Rule.OpenDispute) {
            return findDispute(rule, known);
        } else if (rule instanceof Rule.PendingPromise promise) {
            return findPromise(promise, known);
        } else if (rule instanceof Rule.Cured cured) {
            return findCure(cured, known);
        } else if (rule instanceof Rule.ConsentGiven consent) {
            return findConsent(consent, known, planned);
        }
        return null;
    }

    /** The earliest next contact is at the start of the UTC day {@code next}; absent when no such day is known. */
    private static Verdict.Blocked block(Rule rule, String counted, OptionalInt next) {
        return new Verdict.Blocked(
                rule.head().id(),
                rule.head().citation(),
                List.of(counted),
                next.isPresent() ? Days.instant(Days.startMicros(next.getAsInt())) : null);
    }

    private static Verdict.@Nullable Blocked findFlag(Rule.Stop rule, KnownHistory known, PlannedContact planned) {
        if (rule.unlessAllowedByArm() && planned.vulnerableAllowed()) {
            return null;
        }
        return known.flags().stream()
                .filter(flag -> flag.kind() == rule.flag() && flag.isInForceOn(known.asOfDay()))
                .findFirst()
                .map(flag -> {
                    Integer last = flag.toDay();
                    return block(rule, flag.key(), last == null ? OptionalInt.empty() : OptionalInt.of(last + 1));
                })
                .orElse(null);
    }

    private static Verdict.@Nullable Blocked findDispute(Rule rule, KnownHistory known) {
        Set<String> openInvoices = null;
        for (Dispute dispute : known.disputes()) {
            if (dispute.isOpenOn(known.asOfDay())) {
                openInvoices = openInvoices == null ? openInvoices(known) : openInvoices;
                if (dispute.invoiceId() == null || openInvoices.contains(dispute.invoiceId())) {
                    return block(rule, dispute.id(), OptionalInt.empty());
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

    private static Verdict.@Nullable Blocked findPromise(Rule.PendingPromise rule, KnownHistory known) {
        Promise last = null;
        Received received = Received.of(known);
        for (Promise promise : known.promises()) {
            PromiseStanding standing = PromiseStanding.of(promise, received, known.asOfDay(), rule.graceDays());
            if (standing == PromiseStanding.PENDING && (last == null || promise.dueDay() > last.dueDay())) {
                last = promise;
            }
        }
        return last == null ? null : block(rule, last.id(), OptionalInt.of(last.dueDay() + rule.graceDays() + 1));
    }

    private static Verdict.@Nullable Blocked findCure(Rule.Cured rule, KnownHistory known) {
        if (known.daysPastDue() > 0) {
            return null;
        }
        for (LedgerItem item : known.ledger().items()) {
            boolean settledLate = !item.isOpen() && item.daysLate() > 0;
            if (settledLate && item.settledDay() >= known.asOfDay() - rule.days()) {
                return block(rule, item.invoice().id(), OptionalInt.of(item.settledDay() + rule.days() + 1));
            }
        }
        return null;
    }

    private static Verdict.@Nullable Blocked findConsent(
            Rule.ConsentGiven rule, KnownHistory known, PlannedContact planned) {
        Consent latest = null;
        for (Consent consent : known.consents()) {
            boolean inEffect = consent.effectiveMicros() <= known.asOfMicros();
            if (consent.channel() == planned.channel()
                    && inEffect
                    && (latest == null || consent.effectiveMicros() >= latest.effectiveMicros())) {
                latest = consent;
            }
        }
        if (latest == null) {
            return rule.grantNeeded()
                    ? block(rule, "no consent to " + planned.channel().code(), OptionalInt.empty())
                    : null;
        }
        return latest.granted() ? null : block(rule, latest.key(), OptionalInt.empty());
    }
}
