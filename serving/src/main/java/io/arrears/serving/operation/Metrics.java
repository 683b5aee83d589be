package io.arrears.serving.operation;

import io.arrears.serving.http.Meter;
import io.arrears.serving.mart.Mart;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts and latencies per route, age of the mart, and the JVM, as Prometheus text. Thread-safe. */
public final class Metrics implements Meter {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};
    private static final double NANOS = 1e9;

    private record Key(String method, String route, int status) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return labels().compareTo(other.labels());
        }

        String labels() {
            return "method=\"%s\",route=\"%s\",status=\"%d\"".formatted(method, route, status);
        }
    }

    private static final class Histogram {
        private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Histogram() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void add(double seconds) {
            int at = 0;
            while (at < BOUNDS.length && seconds > BOUNDS[at]) {
                at++;
            }
            buckets[at].increment();
            nanos.add((long) (seconds * NANOS));
        }
    }

    private final Mart mart;
    private final Clock clock;
    private final ConcurrentSkipListMap<Key, Histogram> calls = new ConcurrentSkipListMap<>();

    public Metrics(Mart mart, Clock clock) {
        this.mart = mart;
        this.clock = clock;
    }

    @Override
    public void record(String method, String route, int status, double seconds) {
        calls.computeIfAbsent(new Key(method, route, status), key -> new Histogram())
                .add(seconds);
    }

    /** Everything measured, in Prometheus text format. */
    String text() {
        StringBuilder out = new StringBuilder(4096);
        writeCalls(out);
        writeMart(out);
        writeJvm(out);
        return out.toString();
    }

    private void writeCalls(StringBuilder out) {
        head(out, "arrears_http_request_seconds", "histogram", "Latency of answered calls by route and status.");
        new TreeMap<>(calls).forEach((key, histogram) -> {
            long sum = 0;
            for (int i = 0; i < histogram.buckets.length; i++) {
                sum += histogram.buckets[i].sum();
                String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
                line(out, "arrears_http_request_seconds_bucket", key.labels() + ",le=\"" + bound + "\"", (double) sum);
            }
            line(out, "arrears_http_request_seconds_sum", key.labels(), histogram.nanos.sum() / NANOS);
            line(out, "arrears_http_request_seconds_count", key.labels(), (double) sum);
        });
    }

    private void writeMart(StringBuilder out) {
        head(out, "arrears_mart_served", "gauge", "1 when a published run is served.");
        line(out, "arrears_mart_served", "", mart.currentRun().isPresent() ? 1 : 0);
        mart.currentRun().ifPresent(run -> {
            head(out, "arrears_mart_age_seconds", "gauge", "Time since the run in force was published.");
            line(out, "arrears_mart_age_seconds", "", seconds(Duration.between(run.publishedAt(), clock.instant())));
            head(out, "arrears_mart_as_of_age_seconds", "gauge", "Time since the as-of instant of the run in force.");
            var asOf = run.asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
            line(out, "arrears_mart_as_of_age_seconds", "", seconds(Duration.between(asOf, clock.instant())));
        });
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static void writeJvm(StringBuilder out) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        head(out, "jvm_memory_heap_used_bytes", "gauge", "Heap in use.");
        line(out, "jvm_memory_heap_used_bytes", "", (double) heap.getUsed());
        head(out, "jvm_memory_heap_max_bytes", "gauge", "Largest heap.");
        line(out, "jvm_memory_heap_max_bytes", "", (double) heap.getMax());
        head(out, "jvm_threads_current", "gauge", "Live threads.");
        line(out, "jvm_threads_current", "", ManagementFactory.getThreadMXBean().getThreadCount());
        head(out, "jvm_gc_collection_seconds", "summary", "Collections and the time they took.");
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            String labels = "gc=\"%s\"".formatted(collector.getName());
            line(out, "jvm_gc_collection_seconds_count", labels, (double) collector.getCollectionCount());
            line(out, "jvm_gc_collection_seconds_sum", labels, collector.getCollectionTime() / 1000.0);
        }
        head(out, "process_uptime_seconds", "gauge", "Time since the process started.");
        line(
                out,
                "process_uptime_seconds",
                "",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder out, String name, String labels, double value) {
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        out.append(' ').append(whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value));
        out.append('\n');
    }
}
