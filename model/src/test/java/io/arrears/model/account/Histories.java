package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random histories for properties: {@code @ForAll(supplier = Histories.class) HistoryAsOf random}. They are crowded on
 * purpose: few ids, so that facts stand in several versions and refer to each other; round amounts, so that payments
 * settle items exactly; late knowledge; reversals of anything.
 */
public final class Histories implements ArbitrarySupplier<HistoryAsOf> {
    private static final int FIRST_DAY = 19_723;
    private static final int DAYS = 420;
    private static final int MOST_FACTS = 60;

    @Override
    public Arbitrary<HistoryAsOf> get() {
        Arbitrary<Fact> fact = Arbitraries.frequencyOf(
                Tuple.of(4, invoices()),
                Tuple.of(6, payments()),
                Tuple.of(4, contacts()),
                Tuple.of(2, promises()),
                Tuple.of(1, disputes()),
                Tuple.of(1, consents()),
                Tuple.of(1, flags()));
        return Combinators.combine(
                        account(),
                        fact.list().ofMaxSize(MOST_FACTS),
                        Arbitraries.integers().between(FIRST_DAY, FIRST_DAY + DAYS + 60))
                .as((account, facts, asOf) -> {
                    List<Fact> all = new ArrayList<>(facts);
                    all.add(account);
                    return new HistoryAsOf(all, asOf);
                });
    }

    /** One random history outside a property; the same for the same seed. */
    public static HistoryAsOf random(long seed) {
        return new Histories().get().generator(1000).next(new Random(seed)).value();
    }

    private static Arbitrary<Account> account() {
        Arbitrary<AccountProfile> profiles = Combinators.combine(
                        Arbitraries.of(Party.class),
                        Arbitraries.of(50_000L, 200_000L).injectNull(0.5),
                        Arbitraries.of(Channel.EMAIL, Channel.CALL).injectNull(0.5))
                .as((party, limit, channel) -> new AccountProfile(party, null, List.of(), null, limit, channel));
        return Combinators.combine(
                        Arbitraries.of(ReceivableType.class),
                        Arbitraries.of("EUR", "JPY", "KWD"),
                        Arbitraries.integers().between(FIRST_DAY - 400, FIRST_DAY - 1),
                        profiles)
                .as((type, currency, opened, profile) -> new Account(
                        HistoryAsOf.ID,
                        "debtor",
                        type,
                        Currency.getInstance(currency),
                        opened,
                        profile,
                        Map.of(),
                        Days.endMicros(opened)));
    }

    private static Arbitrary<Invoice> invoices() {
        return Combinators.combine(
                        ids("i", 10),
                        days(),
                        Arbitraries.integers().between(-2, 60),
                        amounts(),
                        Arbitraries.of(InvoiceKind.class),
                        delays())
                .as((id, day, term, amount, kind, delay) ->
                        new Invoice(id, day, day + term, amount, kind, known(day, delay)));
    }

    private static Arbitrary<Payment> payments() {
        Arbitrary<PaymentKind> kinds = Arbitraries.frequency(
                Tuple.of(10, PaymentKind.PAYMENT),
                Tuple.of(1, PaymentKind.CREDIT_NOTE),
                Tuple.of(1, PaymentKind.WRITE_OFF),
                Tuple.of(1, PaymentKind.SETTLEMENT_WRITE_OFF),
                Tuple.of(4, PaymentKind.REVERSAL));
        return Combinators.combine(
                        ids("p", 16), days(), amounts(), kinds, ids("i", 10).injectNull(0.7), ids("p", 16), delays())
                .as((id, day, amount, kind, invoice, reverses, delay) -> new Payment(
                        id,
                        day,
                        amount,
                        kind,
                        invoice,
                        kind == PaymentKind.REVERSAL ? reverses : null,
                        null,
                        known(day, delay)));
    }

    private static Arbitrary<Contact> contacts() {
        Arbitrary<Arm> arms = Arbitraries.of(Channel.class)
                .map(channel -> channel == Channel.NONE ? Arm.NONE : new Arm("reminder", channel, ContactWindow.ANY));
        Arbitrary<ContactResult> results = Combinators.combine(
                        Arbitraries.of(ContactOutcome.class).injectNull(0.2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false, false, false))
                .as((outcome, rightParty, complaint) -> new ContactResult(outcome, rightParty, complaint, null));
        return Combinators.combine(
                        ids("c", 20),
                        days(),
                        arms,
                        Arbitraries.of(Direction.OUTBOUND, Direction.OUTBOUND, Direction.INBOUND),
                        results,
                        delays())
                .as((id, day, arm, direction, result, delay) -> new Contact(
                        id,
                        day,
                        arm.isNone() ? null : Days.startMicros(day) + 36_000_000_000L,
                        arm,
                        direction,
                        result,
                        ContactTerms.NOT_RECORDED,
                        known(day, delay)));
    }

    private static Arbitrary<Promise> promises() {
        return Combinators.combine(ids("m", 8), days(), Arbitraries.integers().between(0, 30), amounts(), delays())
                .as((id, day, term, amount, delay) ->
                        new Promise(id, null, day, day + term, amount, known(day, delay)));
    }

    private static Arbitrary<Dispute> disputes() {
        return Combinators.combine(
                        ids("d", 4),
                        ids("i", 10).injectNull(0.3),
                        days(),
                        Arbitraries.integers().between(0, 60).injectNull(0.4),
                        Arbitraries.of(DisputeResolution.UPHELD, DisputeResolution.REJECTED),
                        delays())
                .as((id, invoice, day, length, resolution, delay) -> length == null
                        ? new Dispute(id, invoice, day, null, DisputeResolution.OPEN, null, known(day, delay))
                        : new Dispute(id, invoice, day, day + length, resolution, null, known(day + length, delay)));
    }

    private static Arbitrary<Consent> consents() {
        return Combinators.combine(Arbitraries.of(Channel.class), Arbitraries.of(true, false), days(), delays())
                .as((channel, granted, day, delay) ->
                        new Consent(channel, granted, Days.startMicros(day), known(day, delay)));
    }

    private static Arbitrary<Flag> flags() {
        return Combinators.combine(
                        Arbitraries.of(FlagKind.class),
                        days(),
                        Arbitraries.integers().between(0, 90).injectNull(0.5),
                        delays())
                .as((kind, day, length, delay) ->
                        new Flag(kind, day, length == null ? null : Integer.valueOf(day + length), known(day, delay)));
    }

    private static Arbitrary<String> ids(String prefix, int count) {
        return Arbitraries.integers().between(1, count).map(number -> prefix + number);
    }

    private static Arbitrary<Integer> days() {
        return Arbitraries.integers().between(FIRST_DAY, FIRST_DAY + DAYS);
    }

    private static Arbitrary<Long> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, 20).map(thousands -> thousands * 1000),
                Arbitraries.longs().between(1, 30_000));
    }

    /** Days after the event at whose end it is known; most facts are known on their day. */
    private static Arbitrary<Integer> delays() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(1, 40)));
    }

    private static long known(int eventDay, int delayDays) {
        return Days.endMicros(eventDay + delayDays);
    }
}
