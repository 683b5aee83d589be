package io.arrears.pipeline.history;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
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
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Party;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.account.ReceivableType;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Facts of every kind, with and without each optional part. */
final class RandomFacts {
    private static final int FIRST_DAY = 19_000;
    private static final int DAYS = 900;

    private final Random random;

    RandomFacts(long seed) {
        random = new Random(seed);
    }

    Fact of(FactTable table, String account, String key) {
        int day = FIRST_DAY + random.nextInt(DAYS);
        long known = Days.startMicros(day + 1) + random.nextInt(1_000_000);
        return switch (table) {
            case ACCOUNTS -> account(account, day, known);
            case INVOICES -> new Invoice(key, day, day + 14, amount(), any(InvoiceKind.values()), known);
            case PAYMENTS ->
                new Payment(
                        key,
                        day,
                        amount(),
                        any(PaymentKind.values()),
                        maybe("inv-" + random.nextInt(9)),
                        maybe("pay-" + random.nextInt(9)),
                        maybe(any("card", "direct_debit", "überweisung")),
                        known);
            case CONTACTS -> contact(key, day, known);
            case PROMISES -> new Promise(key, maybe("c-" + random.nextInt(9)), day, day + 7, amount(), known);
            case DISPUTES ->
                new Dispute(
                        key,
                        maybe("inv-" + random.nextInt(9)),
                        day,
                        maybe(day + 30),
                        any(DisputeResolution.values()),
                        maybe("zu hoch"),
                        known);
            case CONSENTS -> new Consent(any(Channel.values()), random.nextBoolean(), known - 5, known);
            case FLAGS -> new Flag(any(FlagKind.values()), day, maybe(day + 3), known);
        };
    }

    private Account account(String id, int day, long known) {
        AccountProfile profile = new AccountProfile(
                any(Party.values()),
                maybe(any("US-MA", "DE")),
                random.nextBoolean() ? List.of() : List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("UTC")),
                maybe(any("retail", "sme")),
                maybe(amount()),
                maybe(any(Channel.values())));
        Map<String, String> attributes =
                random.nextBoolean() ? Map.of() : Map.of("x_score", "7.5", "audit_sex", any("f", "m"));
        return new Account(
                new AccountId(id),
                "debtor-" + random.nextInt(99),
                any(ReceivableType.values()),
                Currency.getInstance(any("EUR", "JPY", "KWD")),
                day,
                profile,
                attributes,
                known);
    }

    private Contact contact(String key, int day, long known) {
        Arm arm = new Arm(any("reminder", "plan"), any(Channel.values()), any(ContactWindow.values()));
        ContactResult result = new ContactResult(
                maybe(any(ContactOutcome.values())),
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(random.nextInt(600)));
        ContactTerms terms = new ContactTerms(maybe(amount()), maybe("agent-7"), maybe(random.nextDouble()));
        return new Contact(key, day, maybe(Days.startMicros(day)), arm, any(Direction.values()), result, terms, known);
    }

    private long amount() {
        return random.nextInt(10) == 0 ? Long.MAX_VALUE / 4 : 1 + random.nextInt(100_000);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
