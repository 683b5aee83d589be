package io.arrears.model.training.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.training.monitoring.SimulatedBook.Change;
import io.arrears.model.training.monitoring.SimulatedBook.World;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of {@code model/docs/monitoring.md}, over more books than {@link CycleReviewTest} takes; prints them. */
final class AlarmRatesIT {
    private static final int BOOKS = 1000;
    private static final int CHANGED = 200;

    @Test
    void falseAlarms() {
        print("accounts  off for good  cycles  types  debtors  ageing   alarms per quiet cycle   books with 2+ in 7");
        for (World world : List.of(
                World.quiet(800),
                new World(800, 0.1, 0.05, 0.03, 0.5, 0),
                new World(800, 0.1, 0.1, 0.05, 0.8, 0),
                new World(800, 0.1, 0.05, 0.03, 0.5, 0.04),
                new World(3000, 0.1, 0.1, 0.05, 0.5, 0))) {
            List<Integer> alarms = Simulation.falseAlarms(world, BOOKS);
            long two = alarms.stream().filter(count -> count > 1).count();
            print("%8d %13.2f %7.2f %6.2f %8.2f %7.2f %24.4f %18.1f %%"
                    .formatted(
                            world.accounts(),
                            world.modelOff(),
                            world.cycleOff(),
                            world.typeOff(),
                            world.debtorOff(),
                            world.ageing(),
                            Simulation.rate(alarms),
                            100.0 * two / BOOKS));
            assertThat(two).isLessThan(BOOKS / 40);
        }
    }

    @Test
    void power() {
        print("accounts   all -0.3   all -0.5   all -0.7   one type -0.9   slope -0.35   input -1");
        for (int accounts : new int[] {400, 800, 2000, 5000}) {
            World world = new World(accounts, 0.1, 0.05, 0.03, 0.5, 0);
            print("%8d %8d %% %8d %% %8d %% %13d %% %11d %% %8d %%"
                    .formatted(
                            accounts,
                            share(world, Change.shift(-0.3)),
                            share(world, Change.shift(-0.5)),
                            share(world, Change.shift(-0.7)),
                            share(world, new Change(-0.9, List.of("card"), 0, 0)),
                            share(world, new Change(0, List.of(), -0.35, 0)),
                            share(world, new Change(0, List.of(), 0, -1))));
        }
        assertThat(share(new World(2000, 0.1, 0.05, 0.03, 0.5, 0), Change.shift(-0.7)))
                .isGreaterThan(95);
    }

    private static int share(World world, Change change) {
        return 100 * Simulation.detected(world, change, CHANGED) / CHANGED;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
