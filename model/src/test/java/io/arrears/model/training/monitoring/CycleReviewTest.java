package io.arrears.model.training.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.training.monitoring.SimulatedBook.Change;
import io.arrears.model.training.monitoring.SimulatedBook.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Alarms on matured outcomes: at the stated rate where nothing has changed, at once where something has. */
final class CycleReviewTest {
    private static final int BOOKS = 120;

    /** A book as they are: a model a little off, cycles that differ, debtors with several accounts alike. */
    private static final World USUAL = new World(800, 0.1, 0.05, 0.03, 0.5, 0);

    private static List<Integer> falseAlarms(World world) {
        return Simulation.falseAlarms(world, BOOKS);
    }

    /** Of 40 books. */
    private static int detected(World world, Change change) {
        return Simulation.detected(world, change, 40);
    }

    private static double rate(List<Integer> alarms) {
        return Simulation.rate(alarms);
    }

    @Test
    void falseAlarmsAreNoMoreThanStatedAndSeldomTwoInSeven() {
        for (World world : List.of(World.quiet(800), USUAL, new World(800, 0.1, 0.1, 0.05, 0.8, 0))) {
            List<Integer> alarms = falseAlarms(world);

            assertThat(rate(alarms)).as("%s", world).isLessThan(CycleReview.FALSE_ALARMS + 0.0065);
            assertThat(alarms).as("%s", world).filteredOn(count -> count > 1).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void aBookThatAgesAwayFromItsModelGivesNoAlarms() {
        assertThat(rate(falseAlarms(new World(800, 0.1, 0.05, 0.03, 0.5, 0.04))))
                .isLessThan(CycleReview.FALSE_ALARMS + 0.0065);
    }

    @Test
    void aStructuralChangeIsSeenInItsFirstCycle() {
        World larger = new World(2000, 0.1, 0.05, 0.03, 0.5, 0);
        assertThat(detected(USUAL, Change.shift(-0.7))).isGreaterThanOrEqualTo(35);
        assertThat(detected(larger, Change.shift(-0.5))).isGreaterThanOrEqualTo(35);
        assertThat(detected(larger, new Change(-0.9, List.of("card"), 0, 0))).isGreaterThanOrEqualTo(35);
        assertThat(detected(larger, new Change(0, List.of(), -0.35, 0))).isGreaterThanOrEqualTo(35);
    }

    @Test
    void theSliceAndTheInputThatMovedAreNamed() {
        World large = new World(5000, 0.1, 0.05, 0.03, 0.5, 0);
        CycleReview.Judged card = Simulation.afterChange(1, large, new Change(-0.9, List.of("card"), 0, 0));
        CycleReview.Judged input = Simulation.afterChange(1, large, new Change(0, List.of(), 0, -1.5));

        assertThat(card.checks())
                .filteredOn(check -> check.signal().kind() == Signal.Kind.SLICE && check.moved())
                .extracting(check -> check.signal().name())
                .containsExactly("card");
        assertThat(input.checks())
                .filteredOn(check -> check.signal().kind() == Signal.Kind.INPUT && check.moved())
                .extracting(check -> check.signal().name())
                .containsExactly("input_0");
    }

    @Test
    void aChangeThatStaysGoesOnGivingAlarms() {
        SimulatedBook book = new SimulatedBook(5, new World(2000, 0.1, 0.05, 0.03, 0.5, 0));
        List<Cycle> cycles = new ArrayList<>(book.cycles(Simulation.LEARNED, true));
        cycles.addAll(book.cycles(2, false));
        for (int i = 0; i < 4; i++) {
            cycles.add(book.next(false, Change.shift(-0.9)));
        }

        assertThat(CycleReview.of(cycles))
                .extracting(judged -> judged.alarms().isEmpty())
                .containsExactly(true, true, false, false, false, false);
    }

    @Test
    void learnedCyclesAreNotJudgedAndSmallOnesSayNothing() {
        SimulatedBook small = new SimulatedBook(6, World.quiet(60));
        List<Cycle> cycles = new ArrayList<>(small.cycles(3, true));
        assertThat(CycleReview.of(cycles)).isEmpty();
        cycles.add(small.next(false, Change.shift(-3)));
        assertThat(CycleReview.of(cycles).get(0).checks()).isEmpty();
        assertThat(CycleReview.of(List.of())).isEmpty();
    }

    @Test
    void sharesTellTheAlarmInPercent() {
        CycleReview.Judged judged = Simulation.afterChange(2, new World(2000, 0, 0, 0, 0, 0), Change.shift(-0.9));
        SignalCheck level = judged.checks().get(0);
        SignalCheck.Shares shares = Objects.requireNonNull(level.shares());

        assertThat(level.signal()).isEqualTo(Signal.LEVEL);
        assertThat(level.alarm()).isTrue();
        assertThat(level.z()).isLessThan(-3);
        assertThat(shares.observed()).isLessThan(shares.low());
        assertThat(shares.predicted()).isBetween(shares.low(), shares.high());
    }
}
