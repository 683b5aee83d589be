package io.arrears.pipeline.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a synthetic portfolio: the canonical source drop and, in {@code truth/}, what no real book tells. One debtor
 * at a time, so memory does not grow with the portfolio.
 */
public final class SamplePortfolio {
    private final Period period;
    private final Randomness randomness;
    private final World world;
    private final SourceDrop drop;
    private final TruthDrop truth;

    private SamplePortfolio(Period period, World world, SourceDrop drop, TruthDrop truth) {
        this.period = period;
        this.randomness = world.randomness();
        this.world = world;
        this.drop = drop;
        this.truth = truth;
    }

    /**
     * Writes the drop and its truth into {@code settings.out()}, all or nothing.
     *
     * @throws IllegalArgumentException when the folder holds anything but an earlier sample
     * @throws UncheckedIOException when it cannot be written
     */
    public static SampleSummary write(SampleSettings settings) {
        try {
            OutputFolder folder = OutputFolder.prepare(settings.out());
            try {
                Map<String, Long> rows = fill(folder.filling(), settings);
                long bytes = folder.publish();
                return new SampleSummary(
                        settings.out(), rows, settings.start(), settings.asOf().minusDays(1), settings.asOf(), bytes);
            } catch (IOException | RuntimeException e) {
                folder.abandon();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the sample cannot be written to " + settings.out() + ": check space and rights", e);
        }
    }

    private static Map<String, Long> fill(Path folder, SampleSettings settings) throws IOException {
        Period period = new Period(settings.start(), settings.asOf());
        Map<String, Long> rows = new LinkedHashMap<>();
        try (SourceDrop drop = new SourceDrop(folder, period);
                TruthDrop truth = new TruthDrop(folder, period, settings)) {
            World world = new World(period, new Randomness(settings.seed()), drop, settings.shock());
            new SamplePortfolio(period, world, drop, truth).live(settings.accounts());
            rows.putAll(drop.rows());
            rows.putAll(truth.rows());
        }
        return rows;
    }

    private void live(int accounts) {
        long account = 0;
        for (long ordinal = 0; account < accounts; ordinal++) {
            Debtor debtor = Debtor.draw(randomness, ordinal);
            IncomePath income = new IncomePath(randomness, debtor);
            for (int i = 0; i < debtor.relation().accounts() && account < accounts; i++) {
                live(AccountProfile.draw(randomness, account, debtor, period), income);
                account++;
            }
        }
    }

    private void live(AccountProfile account, IncomePath income) {
        Billing.Plan plan = Billing.plan(account, period, randomness);
        drop.account(account, plan.creditLimitMinor());
        AccountLife life = AccountLife.start(account, income, plan.bills(), world);
        ContactPolicy policy = new ContactPolicy();
        for (int day = Math.max(0, account.openedDay()); day < period.asOf(); day++) {
            life.live(day, policy);
        }
        life.file().care().writeConsents();
        truth.write(life);
    }
}
