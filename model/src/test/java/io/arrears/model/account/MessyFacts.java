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

    private final Random random;
    private final AccountId id;
    /** Late knowledge leaks another way where every fact stands once: some accounts are like that. */
    private final boolean versioned;

    private final List<Fact> facts = new ArrayList<>();

    private MessyFacts(Random random, AccountId id) {
        this.random = random;
        this.id = id;
        this.versioned = random.nextInt(3) > 0;
    }

    /** The facts of one account; the same for the same seed and id. */
    public static List<Fact> of(long seed, AccountId id) {
        MessyFacts messy = new MessyFacts(new Random(seed * 31 + id.value().hashCode()), id);
        messy.write();
        return messy.facts;
    }

    private void write() {
        int opened = FIRST_DAY - random.nextInt(60);
        versions(opened, 3, known -> account(opened, known));
        for (int i = 0; i < 4 + random.nextInt(8); i++) {
            invoice("i" + i);
        }
        for (int i = 0; i < 6 + random.nextInt(10); i++) {
            payment("p" + i);
        }
        for (int i = 0; i < random.nextInt(8); i++) {
            contact("c" + i);
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            promise("m" + i);
            dispute("d" + i);
            status();
        }
    }

    private interface Version {
        Fact at(long knownMicros);
    }

    /** One to {@code most} versions, the first usually known on its day; sometimes two contradict each other at once. */
    private void versions(int day, int most, Version version) {
        long known = Days.endMicros(day + (random.nextInt(3) == 0 ? random.nextInt(30) : 0));
        facts.add(version.at(known));
        for (int i = 1; versioned && i < most && random.nextInt(3) == 0; i++) {
            known += random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(60 * 24) * 60_000_000L * 60;
            facts.add(version.at(known));
        }
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
        String invoice = random.nextInt(4) == 0 ? "i" + random.nextInt(6) : null;
        PaymentKind kind = random.nextInt(8) == 0 ? PaymentKind.CREDIT_NOTE : PaymentKind.PAYMENT;
        versions(
                day,
                2,
                known -> new Payment(
                        key, day, amount + 100L * random.nextInt(3), kind, invoice, null, pick("card", "debit"), known));
        for (int i = 0; i < 2 && random.nextInt(4) == 0; i++) {
            int back = day + random.nextInt(15);
            String reversal = "r" + key + i;
            versions(
                    back,
                    2,
                    known -> new Payment(
                            reversal,
                            back,
                            amount - random.nextInt((int) amount / 2),
                            PaymentKind.REVERSAL,
                            null,
                            key,
                            null,
                            known));
        }
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
