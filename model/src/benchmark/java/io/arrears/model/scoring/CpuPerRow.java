package io.arrears.model.scoring;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
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
 * CPU time of the whole process per row, in nanoseconds: unlike wall time it does not grow when other processes run, and
 * unlike a thread's it holds what a contender costs in garbage collection and native threads.
 */
public final class CpuPerRow implements InternalProfiler {
    static final String LABEL = "cpu";

    private long before;

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @Override
    public String getDescription() {
        return "process CPU time per operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = cpuNanos();
    }

    @Override
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double perRow = (double) (cpuNanos() - before) / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(LABEL, perRow, "ns/op", AggregationPolicy.AVG));
    }
}
