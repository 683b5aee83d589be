package io.arrears.model.training.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alarms on matured outcomes: at the stated rate where nothing has changed, at once where something has. */
final class CycleReviewTest {
    private static final int BOOKS = 150;
    private static final int QUIET = 7;

    /** Alarms per quiet cycle after a training window of {@code learned} cycles. */
    private static int[] falseAlarms(SimulatedBook.World world, int learned) {
        int alarms = 0;
        int worst = 0;
        int overOne = 0;
        for (int seed = 0; seed < BOOKS; seed++) {
            SimulatedBook book = new SimulatedBook(seed, world);
            List<Cycle> cycles = new ArrayList<>(book.cycles(learned, true));
            cycles.addAll(book.cycles(QUIET, false));
            int here = 0;
            for (CycleReview.Judged judged : CycleReview.of(cycles)) {
                here += judged.alarms().isEmpty() ? 0 : 1;
            }
            alarms += here;
            overOne += here > 1 ? 1 : 0;
            worst = Math.max(worst, here);
        }
        return new int[] {alarms, overOne, worst};
    }

    private static int detected(SimulatedBook.World world, SimulatedBook.Change change) {
        int found = 0;
        for (int seed = 0; seed < 60; seed++) {
            SimulatedBook book = new SimulatedBook(seed, world);
            List<Cycle> cycles = new ArrayList<>(book.cycles(6, true));
            cycles.addAll(book.cycles(3, false));
            cycles.add(book.next(false, change));
            List<CycleReview.Judged> judged = CycleReview.of(cycles);
            found += judged.get(3).alarms().isEmpty() ? 0 : 1;
        }
        return found;
    }

    @Test
    void explore() {
        for (int n : new int[] {400, 1500, 5000}) {
            for (double[] w : new double[][] {
                {0, 0, 0, 0, 0}, {.1, .05, .03, 0, 0}, {.1, .05, .03, .8, 0}, {.1, .1, .07, .5, 0}, {.15, .2, .1, .5, 0},
                {.1, .05, .03, .5, .03}, {.1, .05, .03, .5, .06}
            }) {
                SimulatedBook.World world = new SimulatedBook.World(n, w[0], w[1], w[2], w[3], w[4]);
                int[] a = falseAlarms(world, 6);
                System.out.printf(
                        "%s rate %.4f over1 %d worst %d | shift -.25 %d -.4 %d -.7 %d; one type -.7 %d; tilt -.3 %d; input 1 %d%n",
                        world,
                        a[0] / (double) (BOOKS * QUIET),
                        a[1],
                        a[2],
                        detected(world, SimulatedBook.Change.shift(-.25)),
                        detected(world, SimulatedBook.Change.shift(-.4)),
                        detected(world, SimulatedBook.Change.shift(-.7)),
                        detected(world, new SimulatedBook.Change(-.7, List.of("card"), 0, 0)),
                        detected(world, new SimulatedBook.Change(0, List.of(), -.3, 0)),
                        detected(world, new SimulatedBook.Change(0, List.of(), 0, 1)));
            }
        }
        assertThat(BOOKS).isPositive();
    }
}
