package io.arrears.serving.mart;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
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
import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Party;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.account.ReceivableType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The facts of one invented account: 24 months of bills, payments by habit, contacts, promises, a few troubles. */
final class FixtureBook {
    static final Currency EUR = Currency.getInstance("EUR");
    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final Channel[] CHANNELS = {Channel.EMAIL, Channel.SMS, Channel.LETTER, Channel.CALL, Channel.CALL};

    private final int number;
    private final LocalDate asOf;
    private final SplittableRandom random;
    private final List<Fact> facts = new ArrayList<>();
    private final AccountId id;

    private FixtureBook(int number, LocalDate asOf) {
        this.number = number;
        this.asOf = asOf;
        this.random = new SplittableRandom(number * 7919L);
        this.id = new AccountId("A-%04d".formatted(number));
    }

    /** An account with every fact ever recorded. */
    record Entry(AccountId id, List<Fact> facts) {
        AccountHistory history() {
            return AccountHistory.of(id, facts);
        }
    }

    static Entry entry(int number, LocalDate asOf) {
        FixtureBook book = new FixtureBook(number, asOf);
        book.write();
        return new Entry(book.id, book.facts);
    }

    private void write() {
        LocalDate opened = asOf.minusMonths(25).plusDays(number % 28).plusMonths(number % 6);
        ReceivableType[] types = ReceivableType.values();
        AccountProfile profile = new AccountProfile(
                Party.FIRST_PARTY,
                number % 3 == 0 ? "DE" : "FR",
                List.of(ZoneId.of(number % 3 == 0 ? "Europe/Berlin" : "Europe/Paris")),
                List.of("north", "south", "west").get(number % 3),
                number % 5 == 1 ? 500_000L : null,
                number % 7 == 0 ? Channel.EMAIL : null);
        Map<String, String> attributes = Map.of("x_region", "r" + number % 4, "audit_age_band", "30-39");
        facts.add(new Account(
                id,
                "D-" + number / 2,
                types[number % types.length],
                EUR,
                day(opened),
                profile,
                attributes,
                known(opened)));
        int month = 0;
        for (LocalDate bill = opened.plusMonths(1).withDayOfMonth(1 + number % 28);
                bill.isBefore(asOf);
                bill = bill.plusMonths(1)) {
            bill(month++, bill);
        }
        troubles(opened);
    }

    private void bill(int month, LocalDate issued) {
        long amount = 2_000 + number % 9 * 1_500L + random.nextInt(3_000);
        LocalDate due = issued.plusDays(14);
        String invoice = id + "-I" + month;
        facts.add(new Invoice(invoice, day(issued), day(due), amount, InvoiceKind.INVOICE, known(issued)));
        LocalDate paid = due.plusDays(delay(month));
        boolean stopped = number % 10 == 8 && issued.isAfter(asOf.minusMonths(number % 7 + 1));
        if (!stopped) {
            pay(month, invoice, paid, number % 10 == 7 ? amount * 7 / 10 : amount);
        }
        LocalDate chased = due.plusDays(10);
        if ((stopped || paid.isAfter(chased)) && chased.isBefore(asOf)) {
            chase(month, chased, amount);
        }
    }

    private int delay(int month) {
        return switch (number % 10) {
            case 5, 6 -> 15 + random.nextInt(40);
            case 9 -> month % 3 == 0 ? 70 : random.nextInt(10);
            default -> random.nextInt(7) - 3;
        };
    }

    private void pay(int month, String invoice, LocalDate paid, long amount) {
        if (paid.isAfter(asOf.plusDays(2))) {
            return;
        }
        boolean late = number % 20 == 4;
        String payment = id + "-P" + month;
        LocalDate learned = late ? paid.plusDays(5) : paid;
        facts.add(new Payment(
                payment,
                day(paid),
                amount,
                PaymentKind.PAYMENT,
                invoice,
                null,
                late ? "cheque" : "transfer",
                known(learned)));
        if (number % 33 == 8 && month == 6) {
            LocalDate bounced = paid.plusDays(4);
            facts.add(new Payment(
                    payment + "R", day(bounced), amount, PaymentKind.REVERSAL, null, payment, null, known(bounced)));
        }
        if (number % 29 == 2 && month == 9) {
            facts.add(new Payment(
                    payment + "C", day(paid), 500, PaymentKind.CREDIT_NOTE, invoice, null, null, known(paid)));
        }
    }

    private void chase(int month, LocalDate day, long amount) {
        for (int attempt = 0; attempt < 2; attempt++) {
            LocalDate decided = day.plusDays(attempt * 6L);
            Channel channel = CHANNELS[random.nextInt(CHANNELS.length)];
            boolean held = random.nextInt(20) == 0;
            String contact = id + "-C" + month + attempt;
            ContactOutcome outcome = held ? ContactOutcome.NO_CONTACT : outcome(channel);
            Arm arm = held ? Arm.NONE : new Arm(attempt == 0 ? "reminder" : "plan_offer", channel, ContactWindow.ANY);
            boolean reached = outcome == ContactOutcome.ACKNOWLEDGED
                    || outcome == ContactOutcome.PROMISE_TO_PAY
                    || outcome == ContactOutcome.REFUSAL;
            boolean call = !held && channel == Channel.CALL;
            facts.add(new Contact(
                    contact,
                    day(decided),
                    held ? null : Days.startMicros(day(decided)) + (8 + random.nextInt(11)) * HOUR_MICROS,
                    arm,
                    Direction.OUTBOUND,
                    new ContactResult(
                            outcome, reached, random.nextInt(60) == 0, call ? 40 + random.nextInt(400) : null),
                    new ContactTerms(call ? 450L : held ? 0L : 20L, call ? "agent-" + random.nextInt(6) : null, 0.2),
                    known(decided)));
            if (outcome == ContactOutcome.PROMISE_TO_PAY) {
                LocalDate due = decided.plusDays(7);
                facts.add(new Promise(contact + "-K", contact, day(decided), day(due), amount, known(decided)));
            }
        }
    }

    private ContactOutcome outcome(Channel channel) {
        if (channel != Channel.CALL) {
            return ContactOutcome.DELIVERED;
        }
        return List.of(
                        ContactOutcome.NO_ANSWER,
                        ContactOutcome.NO_ANSWER,
                        ContactOutcome.VOICEMAIL,
                        ContactOutcome.PROMISE_TO_PAY,
                        ContactOutcome.ACKNOWLEDGED,
                        ContactOutcome.REFUSAL)
                .get(random.nextInt(6));
    }

    private void troubles(LocalDate opened) {
        if (number % 25 == 3) {
            LocalDate disputed = asOf.minusDays(20);
            facts.add(new Dispute(
                    id + "-D", null, day(disputed), null, DisputeResolution.OPEN, "amount", known(disputed)));
        }
        if (number % 30 == 5) {
            long from = Days.startMicros(day(opened.plusDays(30)));
            facts.add(new Consent(Channel.EMAIL, false, from, from));
        }
        flag(40, 7, FlagKind.VULNERABLE);
        flag(60, 11, FlagKind.BANKRUPTCY);
        flag(150, 148, FlagKind.SOLD);
        flag(100, 98, FlagKind.CHARGED_OFF);
    }

    private void flag(int every, int at, FlagKind kind) {
        if (number % every == at) {
            LocalDate from = asOf.minusDays(40);
            facts.add(new Flag(kind, day(from), null, known(from)));
        }
    }

    static int day(LocalDate date) {
        return Days.of(date);
    }

    private static long known(LocalDate date) {
        return Days.endMicros(day(date));
    }
}
