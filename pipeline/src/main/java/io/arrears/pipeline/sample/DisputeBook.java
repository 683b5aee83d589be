package io.arrears.pipeline.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The disputes of one account; at most one is open at a time. */
final class DisputeBook {
    private static final List<String> REASONS =
            List.of("wrong_amount", "not_received", "already_paid", "quality", "unknown_charge");
    private static final int SHORTEST_DAYS = 7;
    private static final int LONGEST_DAYS = 60;
    private static final double UPHELD = 0.4;
    private static final double WHOLLY_CREDITED = 0.5;

    private final AccountProfile account;
    private final Period period;
    private final FactSink sink;
    private @Nullable Dispute open;
    private int opened;

    DisputeBook(AccountProfile account, Period period, FactSink sink) {
        this.account = account;
        this.period = period;
        this.sink = sink;
    }

    @Nullable
    Dispute open() {
        return open;
    }

    void open(Bill bill, int day, Draws draws) {
        if (open != null) {
            throw new IllegalStateException("account " + account.id() + " disputes " + bill.id() + " while " + open.id()
                    + " is open: close that first");
        }
        opened++;
        int closes = day + draws.between(SHORTEST_DAYS, LONGEST_DAYS);
        double credit = draws.chance(WHOLLY_CREDITED) ? 1 : draws.uniform(0.2, 0.8);
        double creditShare = draws.chance(UPHELD) ? credit : 0;
        String knownAt = LateNews.knownAt(draws, period, day);
        String id = account.id() + "-X" + opened;
        open = new Dispute(id, bill, day, closes, creditShare, draws.pick(REASONS), knownAt);
        sink.dispute(account, open);
    }

    /** The dispute that closes today, taken out. */
    @Nullable
    Dispute closing(int day) {
        Dispute dispute = open;
        if (dispute == null || dispute.openOn(day)) {
            return null;
        }
        open = null;
        return dispute;
    }
}
