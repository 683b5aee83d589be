package io.arrears.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The truth is an integral; here it meets the process it integrates, sampled. */
class OutlookTest {
    private static final int FUTURES = 150;

    private final Futures futures = new Futures();

    private record Comparison(int accounts, double saidPays, double seenPays, double meanSquaredZ, double cashRatio) {}

    @Test
    void leftAloneAccountsPayAsTheTruthSays() {
        check(compare(life -> life.open(), null, 120), 0.012);
    }

    @Test
    void pastDueAccountsPayAsTheTruthSays() {
        check(compare(this::pastDue, null, 80), 0.015);
    }

    @Test
    void aReminderByCallWorksAsTheTruthSays() {
        check(compare(this::pastDue, new Arm(Action.REMINDER, Channel.CALL, Window.ANY), 80), 0.015);
    }

    @Test
    void aSettlementLetterWorksAsTheTruthSays() {
        check(compare(this::pastDue, new Arm(Action.SETTLEMENT_OFFER, Channel.LETTER, Window.ANY), 80), 0.015);
    }

    @Test
    void aPlanByCallInTheEveningWorksAsTheTruthSays() {
        check(compare(this::pastDue, new Arm(Action.PLAN_OFFER, Channel.CALL, Window.EVENING), 80), 0.015);
    }

    @Test
    void remindersLiftTheForgetfulMoreThanTheUnable() {
        double forgetful = meanUplift(Persona.FORGETFUL);
        double unable = meanUplift(Persona.UNABLE);
        assertThat(forgetful).isGreaterThan(0.05).isGreaterThan(5 * unable);
    }

    @Test
    void noArmIsWorseThanNone() {
        for (long ordinal : ordinals(this::pastDue, 60)) {
            List<ArmTruth.Row> rows = ArmTruth.of(futures.today(ordinal), Futures.PERIOD);
            double none = rows.get(0).forecast().pays();
            assertThat(rows).allMatch(row -> row.forecast().pays() >= none - 1e-9);
            assertThat(rows).hasSize(Arm.ALL.size());
        }
    }

    private static void check(Comparison comparison, double tolerance) {
        assertThat(comparison.seenPays()).as("%s", comparison).isCloseTo(comparison.saidPays(), within(tolerance));
        assertThat(comparison.meanSquaredZ()).as("%s", comparison).isLessThan(1.6);
        assertThat(comparison.cashRatio()).as("%s", comparison).isCloseTo(1, within(0.04));
    }

    /**
     * Cash is compared as the mean of seen over said, in units of what is said for the whole set of an account's
     * size.
     */
    private Comparison compare(Predicate<AccountLife> which, @Nullable Arm arm, int accounts) {
        double said = 0;
        double seen = 0;
        double z = 0;
        double saidCash = 0;
        double seenCash = 0;
        long[] chosen = ordinals(which, accounts);
        for (long ordinal : chosen) {
            AccountLife life = futures.today(ordinal);
            Outlook.Forecast forecast = forecast(life, arm);
            Futures.Seen outcome = futures.simulate(ordinal, arm, FUTURES);
            double size = 1.0 / Math.max(1, life.file().ledger().openMinor());
            said += forecast.pays();
            seen += outcome.pays();
            double variance = Math.max(forecast.pays() * (1 - forecast.pays()), 0.002) / FUTURES;
            z += Math.pow(outcome.pays() - forecast.pays(), 2) / variance;
            saidCash += forecast.cashMinor() * size;
            seenCash += outcome.cashMinor() * size;
        }
        int n = chosen.length;
        return new Comparison(n, said / n, seen / n, z / n, seenCash / saidCash);
    }

    private static Outlook.Forecast forecast(AccountLife life, @Nullable Arm arm) {
        return ArmTruth.of(life, Futures.PERIOD).stream()
                .filter(row -> row.arm().equals(arm == null ? Arm.NONE : arm))
                .findFirst()
                .orElseThrow()
                .forecast();
    }

    private double meanUplift(Persona persona) {
        Arm call = new Arm(Action.REMINDER, Channel.CALL, Window.ANY);
        return LongStream.range(0, 2000)
                .filter(ordinal -> Debtor.draw(new Randomness(11), ordinal).persona() == persona)
                .mapToObj(futures::today)
                .filter(this::pastDue)
                .mapToDouble(life ->
                        forecast(life, call).pays() - forecast(life, null).pays())
                .average()
                .orElseThrow();
    }

    private long[] ordinals(Predicate<AccountLife> which, int count) {
        return LongStream.iterate(0, ordinal -> ordinal + 1)
                .filter(ordinal -> which.test(futures.today(ordinal)))
                .limit(count)
                .toArray();
    }

    private boolean pastDue(AccountLife life) {
        return life.open() && life.file().ledger().daysPastDue(Futures.PERIOD.asOf()) > 0;
    }
}
