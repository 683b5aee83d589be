package io.arrears.model.training.monitoring;

import io.arrears.model.training.monitoring.SimulatedBook.Change;
import io.arrears.model.training.monitoring.SimulatedBook.World;
import java.util.ArrayList;
import java.util.List;

/** Counts alarms over many simulated books. */
final class Simulation {
    /** Cycles of the training window. */
    static final int LEARNED = 6;

    private static final int QUIET = 7;

    private Simulation() {}

    /** Per book how many of seven quiet cycles gave an alarm. */
    static List<Integer> falseAlarms(World world, int books) {
        List<Integer> alarms = new ArrayList<>();
        for (int seed = 0; seed < books; seed++) {
            SimulatedBook book = new SimulatedBook(seed, world);
            List<Cycle> cycles = new ArrayList<>(book.cycles(LEARNED, true));
            cycles.addAll(book.cycles(QUIET, false));
            alarms.add((int) CycleReview.of(cycles).stream()
                    .filter(judged -> !judged.alarms().isEmpty())
                    .count());
        }
        return alarms;
    }

    /** Alarms per quiet cycle. */
    static double rate(List<Integer> alarms) {
        return alarms.stream().mapToInt(Integer::intValue).sum() / (double) (alarms.size() * QUIET);
    }

    /** Of so many books those that give an alarm in the first cycle after a change. */
    static int detected(World world, Change change, int books) {
        int found = 0;
        for (int seed = 0; seed < books; seed++) {
            found += afterChange(seed, world, change).alarms().isEmpty() ? 0 : 1;
        }
        return found;
    }

    /** The first cycle after a change, the fourth since training. */
    static CycleReview.Judged afterChange(int seed, World world, Change change) {
        SimulatedBook book = new SimulatedBook(seed, world);
        List<Cycle> cycles = new ArrayList<>(book.cycles(LEARNED, true));
        cycles.addAll(book.cycles(3, false));
        cycles.add(book.next(false, change));
        return CycleReview.of(cycles).get(3);
    }
}
