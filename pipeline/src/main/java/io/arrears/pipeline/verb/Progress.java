package io.arrears.pipeline.verb;

import java.io.PrintStream;
import java.util.concurrent.Callable;

/** Says what is going on, on a terminal; silent when standard error is not one. */
final class Progress {
    private final PrintStream err;
    private final boolean terminal;

    Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs a step, saying its name before and its seconds after. */
    <T> T step(String name, Callable<T> step) throws Exception {
        long start = System.nanoTime();
        if (terminal) {
            err.print("  " + name + " … ");
            err.flush();
        }
        T result = step.call();
        if (terminal) {
            err.printf("%.1f s%n", (System.nanoTime() - start) / 1e9);
        }
        return result;
    }
}
