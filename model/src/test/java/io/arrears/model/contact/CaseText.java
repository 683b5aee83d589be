package io.arrears.model.contact;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.DisputeResolution;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.account.Party;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.account.ReceivableType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * A tiny account in text, one fact a line, for stories:
 *
 * <pre>
 * account consumer_loan EUR first_party - Europe/Berlin
 * invoice 2026-01-10 500.00
 * payment 2026-02-01 100.00
 * contact 2026-03-09T15:00:00Z call no_answer
 * promise 2026-03-12 100.00
 * dispute 2026-03-01
 * consent 2026-03-01 call 0
 * flag 2026-03-01 deceased
 * </pre>
 *
 * A contact counts as with the right party when someone spoke. Everything is known at once.
 */
public final class CaseText {
    private static final AccountId ID = new AccountId("A-1");
    private final List<Fact> facts = new ArrayList<>();
    private Currency currency = Currency.getInstance("EUR");

    private CaseText() {}

    public static KnownHistory known(String asOf, String text) {
        CaseText read = new CaseText();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(read::add);
        return AccountHistory.of(ID, read.facts).knownAt(Days.micros(Instant.parse(asOf)));
    }

    private void add(String line) {
        String[] words = line.split("\\s+");
        String id = words[0] + (facts.size() + 1);
        if (words[0].equals("account")) {
            currency = Currency.getInstance(words[2]);
            facts.add(account(words));
        } else if (words[0].equals("contact")) {
            facts.add(contact(id, words));
        } else {
            int day = Days.of(LocalDate.parse(words[1]));
            facts.add(dated(id, day, words));
        }
    }

    private static Account account(String[] words) {
        List<ZoneId> zones = words.length < 6
                ? List.of()
                : Arrays.stream(words[5].split(";")).map(ZoneId::of).toList();
        String jurisdiction = words.length < 5 || words[4].equals("-") ? null : words[4];
        Party party = words.length < 4 ? Party.FIRST_PARTY : Coded.get(Party.class, words[3]);
        return new Account(
                ID,
                "debtor",
                Coded.get(ReceivableType.class, words[1]),
                Currency.getInstance(words[2]),
                18_000,
                new AccountProfile(party, jurisdiction, zones, null, null, null),
                Map.of("x_region", "north", "x_income", "1800"),
                0);
    }

    private static Contact contact(String id, String[] words) {
        long at = Days.micros(Instant.parse(words[1]));
        ContactOutcome outcome = words.length < 4 ? null : Coded.get(ContactOutcome.class, words[3]);
        boolean spoke = outcome == ContactOutcome.PROMISE_TO_PAY
                || outcome == ContactOutcome.ACKNOWLEDGED
                || outcome == ContactOutcome.REFUSAL;
        return new Contact(
                id,
                Days.of(at),
                at,
                new Arm(
                        words.length > 5 ? words[5] : "reminder",
                        Coded.get(Channel.class, words[2]),
                        ContactWindow.ANY),
                words.length > 4 ? Coded.get(Direction.class, words[4]) : Direction.OUTBOUND,
                new ContactResult(outcome, spoke, false, null),
                ContactTerms.NOT_RECORDED,
                0);
    }

    private Fact dated(String id, int day, String[] words) {
        return switch (words[0]) {
            case "invoice" -> new Invoice(id, day - 30, day, minor(words[2]), InvoiceKind.INVOICE, 0);
            case "payment" -> new Payment(id, day, minor(words[2]), PaymentKind.PAYMENT, null, null, null, 0);
            case "promise" -> new Promise(id, null, day - 7, day, minor(words[2]), 0);
            case "dispute" -> new Dispute(id, null, day, null, DisputeResolution.OPEN, null, 0);
            case "consent" ->
                new Consent(Coded.get(Channel.class, words[2]), words[3].equals("1"), Days.startMicros(day), 0);
            case "flag" -> new Flag(Coded.get(FlagKind.class, words[2]), day, null, 0);
            default -> throw new IllegalArgumentException("no such fact: " + words[0]);
        };
    }

    private long minor(String decimal) {
        return Money.parse(decimal, currency).minor();
    }
}
