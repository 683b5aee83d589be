package io.arrears.serving.account;

import io.arrears.model.account.Account;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Flag;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.Money;
import io.arrears.model.account.Payment;
import io.arrears.model.account.Promise;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an account, newest first. */
final class Timeline {
    /** Most entries given: an account page needs no more. */
    static final int MAX_ENTRIES = 1_000;

    private static final Comparator<Fact> NEWEST_FIRST = Comparator.comparingInt(Fact::eventDay)
            .thenComparingLong(Fact::knownMicros)
            .reversed();

    private Timeline() {}

    /**
     * A fact as told.
     *
     * @param table canonical table it belongs to
     * @param late whether it became known only after the end of its day
     * @param outdated whether a later version of it is known
     * @param amount in units of the account's currency
     */
    record Entry(
            LocalDate on,
            String table,
            String id,
            String text,
            @Nullable BigDecimal amount,
            Instant knownAt,
            boolean late,
            boolean outdated) {}

    /** The facts known at an instant, in all versions known by then. */
    static List<Entry> of(List<Fact> versions, Currency currency, long asOfMicros) {
        List<Fact> known = versions.stream()
                .filter(fact -> fact.knownMicros() <= asOfMicros)
                .filter(fact -> !(fact instanceof Account))
                .sorted(NEWEST_FIRST)
                .toList();
        return known.stream()
                .limit(MAX_ENTRIES)
                .map(fact -> entry(fact, currency, isOutdated(fact, known)))
                .toList();
    }

    private static boolean isOutdated(Fact fact, List<Fact> known) {
        return known.stream()
                .anyMatch(other -> other.knownMicros() > fact.knownMicros()
                        && other.table() == fact.table()
                        && other.key().equals(fact.key()));
    }

    private static Entry entry(Fact fact, Currency currency, boolean outdated) {
        Long minor = amountMinor(fact);
        return new Entry(
                Days.date(fact.eventDay()),
                fact.table().code(),
                fact.key(),
                text(fact),
                minor == null ? null : Money.decimal(minor, currency),
                Days.instant(fact.knownMicros()),
                fact.knownMicros() > Days.endMicros(fact.eventDay()),
                outdated);
    }

    private static @Nullable Long amountMinor(Fact fact) {
        if (fact instanceof Invoice invoice) {
            return invoice.amountMinor();
        } else if (fact instanceof Payment payment) {
            return payment.amountMinor();
        } else if (fact instanceof Promise promise) {
            return promise.amountMinor();
        }
        return null;
    }

    private static String text(Fact fact) {
        if (fact instanceof Invoice invoice) {
            return "%s due %s".formatted(invoice.kind().code(), Days.date(invoice.dueDay()));
        } else if (fact instanceof Payment payment) {
            return payment.kind().code();
        } else if (fact instanceof Contact contact) {
            var outcome = contact.result().outcome();
            return "%s %s: %s"
                    .formatted(
                            contact.direction().code(),
                            contact.arm(),
                            outcome == null ? "not recorded" : outcome.code());
        } else if (fact instanceof Promise promise) {
            return "promised by %s".formatted(Days.date(promise.dueDay()));
        } else if (fact instanceof Dispute dispute) {
            return "%s".formatted(dispute.resolution().code());
        } else if (fact instanceof Consent consent) {
            return "%s %s".formatted(consent.channel().code(), consent.granted() ? "granted" : "withdrawn");
        } else if (fact instanceof Flag flag) {
            Integer to = flag.toDay();
            return to == null
                    ? flag.kind().code()
                    : "%s until %s".formatted(flag.kind().code(), Days.date(to));
        }
        return "";
    }
}
