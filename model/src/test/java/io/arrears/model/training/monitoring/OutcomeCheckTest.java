package io.arrears.model.training.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Alarms on matured outcomes: seldom where nothing has changed, at once where something has. */
final class OutcomeCheckTest {
    private static final int RUNS = 2000;

    /** @param factor by which payment has become more or less likely than predicted */
    private static Matured book(SplittableRandom random, int rows, double factor) {
        double[] predicted = new double[rows];
        double[] observed = new double[rows];
        for (int i = 0; i < rows; i++) {
            predicted[i] = 0.05 + 0.9 * random.nextDouble();
            observed[i] = random.nextDouble() < predicted[i] * factor ? 1 : 0;
        }
        return new Matured(predicted, observed);
    }

    private static Map<String, Matured> slices(SplittableRandom random, double factor) {
        Map<String, Matured> slices = new LinkedHashMap<>();
        for (String type : List.of("consumer_loan", "credit_card", "utility")) {
            slices.put(type, book(random, 300, factor));
        }
        return slices;
    }

    private static boolean alarmed(Map<String, Matured> slices, double deviation) {
        return OutcomeCheck.check(slices, deviation).stream().anyMatch(OutcomeRow::alarm);
    }

    @Test
    void falseAlarmsComeAtTheStatedRate() {
        SplittableRandom random = new SplittableRandom(1);
        int alarms = 0;
        for (int run = 0; run < RUNS; run++) {
            alarms += alarmed(slices(random, 1), 0) ? 1 : 0;
        }
        assertThat((double) alarms / RUNS).isCloseTo(OutcomeCheck.FALSE_ALARMS, within(0.007));
    }

    @Test
    void aBookThatPaysAFifthLessIsSeenInTheFirstCycle() {
        SplittableRandom random = new SplittableRandom(2);
        int alarms = 0;
        for (int run = 0; run < 200; run++) {
            alarms += alarmed(slices(random, 0.8), 0) ? 1 : 0;
        }
        assertThat(alarms).isGreaterThan(190);
    }

    @Test
    void whatMovesAllAccountsTogetherIsAllowedFor() {
        SplittableRandom random = new SplittableRandom(3);
        List<Matured> cycles = new ArrayList<>();
        for (int cycle = 0; cycle < 400; cycle++) {
            cycles.add(book(random, 2000, cycle % 2 == 0 ? 0.9 : 1.05));
        }
        double deviation = OutcomeCheck.cycleDeviation(cycles);

        assertThat(deviation).isCloseTo(Math.sqrt((0.05 * 0.05 + 0.025 * 0.025) / 2), within(0.005));
        assertThat(alarmed(Map.of("all", book(random, 20_000, 0.9)), 0)).isTrue();
        assertThat(alarmed(Map.of("all", book(random, 20_000, 0.9)), deviation)).isFalse();
        assertThat(alarmed(Map.of("all", book(random, 20_000, 0.7)), deviation)).isTrue();
    }

    @Test
    void quietCyclesHaveNoDeviation() {
        SplittableRandom random = new SplittableRandom(4);
        List<Matured> cycles = new ArrayList<>();
        for (int cycle = 0; cycle < 50; cycle++) {
            cycles.add(book(random, 2000, 1));
        }
        assertThat(OutcomeCheck.cycleDeviation(cycles)).isLessThan(0.006);
        assertThat(OutcomeCheck.cycleDeviation(List.of())).isZero();
    }

    @Test
    void aSliceTooSmallToJudgeIsLeftOut() {
        SplittableRandom random = new SplittableRandom(5);
        Map<String, Matured> slices = new LinkedHashMap<>(slices(random, 1));
        slices.put("b2b_invoice", book(random, 20, 1));

        assertThat(OutcomeCheck.check(slices, 0))
                .extracting(OutcomeRow::slice)
                .doesNotContain("b2b_invoice")
                .hasSize(3);
        assertThat(OutcomeCheck.check(Map.of(), 0)).isEmpty();
    }

    @Test
    void theBandHoldsThePredictionAndTellsTheAlarm() {
        OutcomeRow row = OutcomeCheck.check(Map.of("all", book(new SplittableRandom(6), 5000, 0.8)), 0)
                .get(0);

        assertThat(row.band().low()).isLessThan(row.predicted());
        assertThat(row.band().high()).isGreaterThan(row.predicted());
        assertThat(row.observed()).isLessThan(row.band().low());
        assertThat(row.band().z()).isLessThan(-5);
        assertThat(row.auc()).isBetween(0.7, 0.95);
    }
}
