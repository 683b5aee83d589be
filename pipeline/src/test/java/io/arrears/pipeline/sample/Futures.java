package io.arrears.pipeline.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lives single accounts again, up to the as-of date as logged and from there on as often as wanted. */
final class Futures {
    static final Period PERIOD = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 7, 1));

    private final Randomness past = new Randomness(11);

    /** Share of futures with a payment, and mean cash. */
    record Seen(double pays, double cashMinor, int futures) {}

    /** The account after its last simulated day. */
    AccountLife today(long ordinal) {
        return live(ordinal, past, new CashCounter(PERIOD.asOf()));
    }

    /** What the next 30 days bring when {@code arm} is chosen today; null leaves the account alone. */
    Seen simulate(long ordinal, @Nullable Arm arm, int futures) {
        int paid = 0;
        double cash = 0;
        for (int future = 0; future < futures; future++) {
            CashCounter counter = new CashCounter(PERIOD.asOf());
            Randomness branch = past.branchedAt(PERIOD.asOf(), 1000 + future);
            AccountLife life = live(ordinal, branch, counter);
            Decider once =
                    (file, day, draws) -> arm != null && day == PERIOD.asOf() ? new Choice(arm, Choice.CERTAIN) : null;
            for (int day = PERIOD.asOf(); day < PERIOD.asOf() + Period.HORIZON_DAYS; day++) {
                life.live(day, once);
            }
            paid += counter.paid() ? 1 : 0;
            cash += counter.cashMinor();
        }
        return new Seen((double) paid / futures, cash / futures, futures);
    }

    private static AccountLife live(long ordinal, Randomness randomness, FactSink sink) {
        Debtor debtor = Debtor.draw(randomness, ordinal);
        AccountProfile account = AccountProfile.draw(randomness, ordinal, debtor, PERIOD);
        Billing.Plan plan = Billing.plan(account, PERIOD, randomness);
        // The purse on the as-of date belongs to the past: the truth is conditional on it.
        Randomness purse = randomness.branchedAt(PERIOD.asOf() + 1, randomness.branchSeed());
        IncomePath income = new IncomePath(purse, debtor);
        AccountLife life =
                AccountLife.start(account, income, plan.bills(), new World(PERIOD, randomness, sink, Shock.NONE));
        ContactPolicy policy = new ContactPolicy();
        for (int day = Math.max(0, account.openedDay()); day < PERIOD.asOf(); day++) {
            life.live(day, policy);
        }
        return life;
    }
}
