package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Messy histories from plain seeds, for tests outside of properties: every fact may stand in several versions, learned
 * late or in the wrong order; payments are taken back, some at once, some twice; two versions may contradict each other
 * at one instant. Most of it passes the rules of ingest, some of it does not.
 */
public final class MessyFacts {
    public static final int FIRST_DAY = 19_723;
    public static final int DAYS = 300;

    private static final long MICROS_PER_HOUR = 3_600_000_000L;

    private final Random random;
    private final AccountId id;
    /** Late knowledge leaks another way where every fact stands once: some accounts are like that. */
    private final boolean versioned;

    private final List<Fact> facts = new ArrayList<>();

    /** Whether every fact passes the rules of ingest, also when it is delivered as soon as it is known. */
    private final boolean lawful;

    private MessyFacts(Random random, AccountId id, boolean lawful) {
        this.random = random;
        this.id = id;
        this.versioned = random.nextInt(3) > 0;
        this.lawful = lawful;
    }

    /** The facts of one account; the same for the same seed and id. */
    public static List<Fact> of(long seed, AccountId id) {
        return of(seed, id, false);
    }

    /** Late, corrected, taken back, but never against a rule, whether delivered at once or day by day. */
    public static List<Fact> lawful(long seed, AccountId id) {
        return of(seed, id, true);
    }

    private static List<Fact> of(long seed, AccountId id, boolean lawful) {
        MessyFacts messy = new MessyFacts(new Random(seed * 31 + id.value().hashCode()), id, lawful);
        messy.write();
        return messy.facts;
    }

    private void write() {
        int opened = FIRST_DAY - 1 - random.nextInt(60);
        versionsFrom(lawful ? Days.endMicros(opened) : late(opened), 3, known -> account(opened, known));
        for (int i = 0; i < 4 + random.nextInt(8); i++) {
            invoice(key("i", i));
        }
        for (int i = 0; i < 6 + random.nextInt(10); i++) {
            payment(key("p", i));
        }
        for (int i = 0; i < random.nextInt(8); i++) {
            contact(key("c", i));
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            promise(key("m", i));
            dispute(key("d", i));
            status();
        }
    }

    /** Keys are unique in their table. */
    private String key(String prefix, int number) {
        return id.value() + "-" + prefix + number;
    }

    private interface Version {
        Fact at(long knownMicros);
    }

    private long versions(int day, int most, Version version) {
        return versionsFrom(late(day), most, version);
    }

    /** Usually the end of the day. */
    private long late(int day) {
        return Days.endMicros(day + (random.nextInt(3) == 0 ? random.nextInt(30) : 0));
    }

    /** One to {@code most} versions, sometimes two that contradict each other at once; answers the last known time. */
    private long versionsFrom(long first, int most, Version version) {
        long known = first;
        facts.add(version.at(known));
        for (int i = 1; versioned && i < most && random.nextInt(3) == 0; i++) {
            boolean atOnce = !lawful && random.nextInt(8) == 0;
            known += atOnce ? 0 : (1 + random.nextInt(60 * 24)) * MICROS_PER_HOUR;
            facts.add(version.at(known));
        }
        return known;
    }

    private Account account(int opened, long known) {
        AccountProfile profile = new AccountProfile(
                Party.FIRST_PARTY, null, List.of(), pick("retail", "private"), limit(), Channel.EMAIL);
        Map<String, String> attributes = random.nextBoolean() ? Map.of("x_region", pick("north", "south")) : Map.of();
        return new Account(
                id,
                id.value(),
                ReceivableType.CREDIT_CARD,
                Currency.getInstance("EUR"),
                opened,
                profile,
                attributes,
                known);
    }

    private @Nullable Long limit() {
        return random.nextBoolean() ? 1000_00L * (1 + random.nextInt(4)) : null;
    }

    private void invoice(String key) {
        int day = day();
        versions(
                day, 3, known -> new Invoice(key, day, day + random.nextInt(40), amount(), InvoiceKind.INVOICE, known));
    }

    private void payment(String key) {
        int day = day();
        long amount = amount();
        String invoice = !lawful && random.nextInt(4) == 0 ? key("i", random.nextInt(6)) : null;
        PaymentKind kind = random.nextInt(8) == 0 ? PaymentKind.CREDIT_NOTE : PaymentKind.PAYMENT;
        long known = versions(
                day,
                2,
                at -> new Payment(
                        key,
                        day + (!lawful && random.nextInt(4) == 0 ? random.nextInt(20) : 0),
                        amount + 100L * random.nextInt(3),
                        kind,
                        invoice,
                        null,
                        pick("card", "debit"),
                        at));
        for (int i = 0; i < (lawful ? 1 : 2) && random.nextInt(4) == 0; i++) {
            int back = day + random.nextInt(15);
            reversal(key + "-r" + i, key, back, amount, lawful ? Math.max(known, late(back)) : late(back));
        }
    }

    private void reversal(String key, String of, int day, long most, long known) {
        versionsFrom(
                known,
                2,
                at -> new Payment(
                        key, day, most - random.nextInt((int) most / 2), PaymentKind.REVERSAL, null, of, null, at));
    }

    private void contact(String key) {
        int day = day();
        Arm arm = new Arm("reminder", random.nextBoolean() ? Channel.CALL : Channel.EMAIL, ContactWindow.ANY);
        versions(
                day,
                2,
                known -> new Contact(
                        key,
                        day,
                        Days.startMicros(day) + 36_000_000_000L,
                        arm,
                        Direction.OUTBOUND,
                        new ContactResult(outcome(), random.nextBoolean(), false, null),
                        ContactTerms.NOT_RECORDED,
                        known));
    }

    private @Nullable ContactOutcome outcome() {
        ContactOutcome[] all = ContactOutcome.values();
        return random.nextInt(4) == 0 ? null : all[random.nextInt(all.length)];
    }

    private void promise(String key) {
        int day = day();
        versions(day, 2, known -> new Promise(key, null, day, day + random.nextInt(20), amount(), known));
    }

    private void dispute(String key) {
        int day = day();
        int closed = day + random.nextInt(40);
        long opening = Days.endMicros(day);
        facts.add(new Dispute(key, null, day, null, DisputeResolution.OPEN, null, opening));
        if (versioned && random.nextBoolean()) {
            long closing = Days.endMicros(closed + 1 + random.nextInt(10));
            facts.add(new Dispute(key, null, day, closed, DisputeResolution.REJECTED, null, closing));
        }
    }

    private void status() {
        int day = day();
        facts.add(new Consent(Channel.CALL, random.nextBoolean(), Days.startMicros(day), Days.endMicros(day)));
        int end = day + random.nextInt(60);
        FlagKind kind = random.nextBoolean() ? FlagKind.VULNERABLE : FlagKind.CEASE_CONTACT;
        facts.add(new Flag(kind, day, null, Days.endMicros(day)));
        if (versioned) {
            facts.add(new Flag(kind, day, end, Days.endMicros(end + random.nextInt(20))));
        }
    }

    private int day() {
        return FIRST_DAY + random.nextInt(DAYS);
    }

    private long amount() {
        return random.nextBoolean() ? 50_00L * (1 + random.nextInt(6)) : 100 + random.nextInt(300_00);
    }

    private String pick(String one, String other) {
        return random.nextBoolean() ? one : other;
    }
}
