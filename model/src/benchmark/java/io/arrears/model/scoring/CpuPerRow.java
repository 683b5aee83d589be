package io.arrears.model.scoring;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * CPU time per row in nanoseconds, which does not grow when other processes run as wall time does: of the measuring
 * thread, and of the whole process with its garbage collector and compiler.
 */
public final class CpuPerRow implements InternalProfiler {
    static final String THREAD = "thread";
    static final String PROCESS = "process";

    private long threadBefore;
    private long processBefore;

    private static long processNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long threadNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (ThreadInfo thread : threads.dumpAllThreads(false, false)) {
            if (thread.getThreadName().contains("jmh-worker")) {
                sum += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return sum;
    }

    @Override
    public String getDescription() {
        return "CPU time per operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        threadBefore = threadNanos();
        processBefore = processNanos();
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long rows = result.getMetadata().getAllOps();
        return List.of(
                new ScalarResult(
                        THREAD, (double) (threadNanos() - threadBefore) / rows, "ns/op", AggregationPolicy.AVG),
                new ScalarResult(
                        PROCESS, (double) (processNanos() - processBefore) / rows, "ns/op", AggregationPolicy.AVG));
    }
}
