package io.arrears.model.decision;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Allocates a made-up book of 19 arms under 10 capacities, and a smaller one by a solver of linear programs too; prints
 * CPU seconds of the whole process, start-up of the JVM and garbage collection included in the first line only.
 * Arguments: accounts, accounts for the solver, solver.
 */
final class AllocationContest {
    private AllocationContest() {}

    public static void main(String[] args) {
        int accounts = Integer.parseInt(args[0]);
        int solved = Integer.parseInt(args[1]);
        allocate(accounts, "cold");
        allocate(accounts, "again");
        double ours = Math.min(allocate(solved, "warm"), allocate(solved, "warm"));
        AllocationProblem problem = Books.large(1, solved);
        double before = cpuSeconds();
        LinearProgram program = LinearProgram.of(problem, args[2]);
        double built = cpuSeconds();
        double value = program.solve();
        double taken = cpuSeconds() - built;
        double bound = Allocator.allocate(problem).dualBound();
        System.out.printf(
                "%,d accounts by %s: %.2f CPU s (and %.2f to build): %.0f times as much; the bound is %.1e above it%n",
                solved, args[2], taken, built - before, taken / ours, bound / value - 1);
    }

    private static double allocate(int accounts, String how) {
        AllocationProblem problem = Books.large(1, accounts);
        double before = cpuSeconds();
        Allocation found = Allocator.allocate(problem);
        double taken = cpuSeconds() - before;
        long binding = 0;
        for (double price : found.prices()) {
            binding += price != 0 ? 1 : 0;
        }
        System.out.printf(
                "%,d accounts, %s: %.2f CPU s, gap %.1e, %d of %d capacities have a price, shortfall %.0f%n",
                accounts,
                how,
                taken,
                found.gap(),
                binding,
                problem.capacities(),
                problem.limits().shortfall(found.used()));
        return taken;
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
