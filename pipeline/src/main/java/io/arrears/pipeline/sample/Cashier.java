package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books the payments of one account and writes them down. */
final class Cashier {
    private static final int BOUNCE_SOONEST_DAYS = 2;
    private static final int BOUNCE_LATEST_DAYS = 5;

    private final AccountProfile account;
    private final Period period;
    private final Ledger ledger;
    private final FactSink sink;
    private final List<Bounce> bounces = new ArrayList<>(2);
    private int booked;

    Cashier(CaseFile file, Period period, FactSink sink) {
        this.account = file.account();
        this.period = period;
        this.ledger = file.ledger();
        this.sink = sink;
    }

    /** A direct debit that the bank will take back. */
    record Bounce(String paymentId, Bill bill, long amountMinor, int day) {}

    /** Direct debits still to be taken back. */
    List<Bounce> bounces() {
        return bounces;
    }

    /** A bill paid in full before it is past due. */
    void payBill(OpenItem item, int day, boolean bounces, Draws draws) {
        long amount = item.openMinor();
        ledger.take(item, amount);
        boolean autopay = account.traits().autopay();
        String method = autopay ? "direct_debit" : method(draws);
        String id = book(item.bill().id(), day, amount, method, LateNews.knownAt(draws, period, day));
        if (bounces) {
            int back = day + draws.between(BOUNCE_SOONEST_DAYS, BOUNCE_LATEST_DAYS);
            this.bounces.add(new Bounce(id, item.bill(), amount, back));
        }
    }

    /** A payment of what is past due: companies say bill by bill what they pay, others just pay. */
    void payPot(long amountMinor, int day, @Nullable String method, Draws draws) {
        String by = method == null ? method(draws) : method;
        String knownAt = LateNews.knownAt(draws, period, day);
        List<Ledger.Portion> portions = ledger.takeOldestFirst(amountMinor);
        if (account.type() != Receivable.B2B_INVOICE) {
            book(null, day, amountMinor, by, knownAt);
            return;
        }
        for (Ledger.Portion portion : portions) {
            book(portion.bill().id(), day, portion.amountMinor(), by, knownAt);
        }
    }

    /** The creditor gives up an amount, oldest bills first. */
    void forgive(long amountMinor, int day, Receipt.Kind kind) {
        if (amountMinor > 0) {
            ledger.takeOldestFirst(amountMinor);
            sink.payment(account, new Receipt(nextId(), null, day, amountMinor, kind, null, null, null));
        }
    }

    void credit(OpenItem item, long amountMinor, int day) {
        ledger.take(item, amountMinor);
        String bill = item.bill().id();
        sink.payment(
                account, new Receipt(nextId(), bill, day, amountMinor, Receipt.Kind.CREDIT_NOTE, null, null, null));
    }

    /** Takes back what bounces today. */
    void takeBack(int day) {
        for (int i = bounces.size() - 1; i >= 0; i--) {
            Bounce bounce = bounces.get(i);
            if (bounce.day() == day) {
                bounces.remove(i);
                ledger.reopen(bounce.bill(), bounce.amountMinor());
                sink.payment(
                        account,
                        new Receipt(
                                nextId(),
                                bounce.bill().id(),
                                day,
                                bounce.amountMinor(),
                                Receipt.Kind.REVERSAL,
                                bounce.paymentId(),
                                "direct_debit",
                                null));
            }
        }
    }

    private String book(@Nullable String bill, int day, long amountMinor, String method, @Nullable String knownAt) {
        String id = nextId();
        sink.payment(account, new Receipt(id, bill, day, amountMinor, Receipt.Kind.PAYMENT, null, method, knownAt));
        return id;
    }

    private String nextId() {
        booked++;
        return account.id() + "-P" + booked;
    }

    private String method(Draws draws) {
        if (account.debtor().person().business()) {
            return "bank_transfer";
        }
        return draws.chance(0.55) ? "bank_transfer" : draws.chance(0.85) ? "card" : "cash";
    }
}
