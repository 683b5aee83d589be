package io.arrears.serving.account;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Days;
import io.arrears.model.account.Flag;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.LedgerItem;
import io.arrears.model.account.Money;
import io.arrears.serving.book.ContactLaws;
import io.arrears.serving.scores.ScoreAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An account as answered. Money in units of the account's currency, plan and arms in those of the plan's.
 *
 * @param asOf the instant of knowledge of head, balances, items and timeline
 * @param scores as of that instant; absent without a model
 * @param published what the run in force says: plan and arms, as of the run's date
 * @param contactLaw every channel with its earliest next legal contact and the contacts left; empty without a plan
 * @param contactsLast7Days outbound contacts in the seven days through today, by channel
 */
record AccountAnswer(
        Instant asOf,
        Head account,
        Balances balances,
        List<Item> openItems,
        @Nullable ScoreAnswer scores,
        Published published,
        Map<String, Integer> contactsLast7Days,
        List<ContactLaws.ChannelStanding> contactLaw,
        List<Timeline.Entry> timeline) {
    /** Who it is. */
    record Head(
            String accountId,
            String debtorId,
            String receivableType,
            String currency,
            LocalDate openedOn,
            Profile profile,
            List<String> flags,
            Map<String, String> attributes) {
        static Head of(KnownHistory known) {
            Account account = known.getAccount();
            return new Head(
                    account.id().value(),
                    account.debtorId(),
                    account.type().code(),
                    account.currency().getCurrencyCode(),
                    Days.date(account.openedDay()),
                    Profile.of(account.profile()),
                    known.flags().stream()
                            .filter(flag -> flag.isInForceOn(known.asOfDay()))
                            .map(Flag::kind)
                            .map(Coded::code)
                            .distinct()
                            .toList(),
                    account.attributes().entrySet().stream()
                            .filter(entry -> !entry.getKey().startsWith(Account.AUDIT_PREFIX))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }
    }

    /** What decides how it may be contacted. */
    record Profile(
            String party,
            @Nullable String jurisdiction,
            List<String> timeZones,
            @Nullable String segment,
            @Nullable String preferredChannel) {
        static Profile of(AccountProfile profile) {
            var preferred = profile.preferredChannel();
            return new Profile(
                    profile.party().code(),
                    profile.jurisdiction(),
                    profile.timeZones().stream().map(zone -> zone.getId()).toList(),
                    profile.segment(),
                    preferred == null ? null : preferred.code());
        }
    }

    /** What is owed. */
    record Balances(
            boolean open, BigDecimal openBalance, BigDecimal pastDueAmount, BigDecimal credit, int daysPastDue) {
        static Balances of(KnownHistory known) {
            Currency currency = known.getAccount().currency();
            var ledger = known.ledger();
            return new Balances(
                    known.isOpen(),
                    Money.decimal(ledger.openMinor(), currency),
                    Money.decimal(ledger.pastDueMinor(known.asOfDay()), currency),
                    Money.decimal(ledger.creditMinor(), currency),
                    known.daysPastDue());
        }
    }

    /** An open item. */
    record Item(
            String invoiceId,
            String kind,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal amount,
            BigDecimal openAmount,
            int daysPastDue) {
        static Item of(LedgerItem item, Currency currency, int day) {
            var invoice = item.invoice();
            return new Item(
                    invoice.id(),
                    invoice.kind().code(),
                    Days.date(invoice.issuedDay()),
                    Days.date(invoice.dueDay()),
                    Money.decimal(invoice.amountMinor(), currency),
                    Money.decimal(item.openMinor(), currency),
                    item.daysPastDue(day));
        }
    }

    /** What the run in force holds of the account; absent parts were not planned. */
    record Published(
            String runId,
            LocalDate asOf,
            @Nullable String planCurrency,
            @Nullable Map<String, @Nullable Object> plan,
            List<Map<String, @Nullable Object>> arms) {}
}
