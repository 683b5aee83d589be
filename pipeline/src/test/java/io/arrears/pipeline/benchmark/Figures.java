package io.arrears.pipeline.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process used from its start until now. */
record Figures(double wallSeconds, double cpuSeconds, double peakMib) {
    private static final String MARK = "figures ";

    static Figures ofThisProcess() throws IOException {
        double wall = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1e3;
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        return new Figures(wall, cpu.toMillis() / 1e3, highWaterMib());
    }

    /** The high-water mark of resident memory; Linux only. */
    private static double highWaterMib() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }

    void print() {
        System.out.println(MARK + wallSeconds + " " + cpuSeconds + " " + peakMib);
    }

    static boolean isOne(String line) {
        return line.startsWith(MARK);
    }

    static Figures parse(String line) {
        String[] parts = line.substring(MARK.length()).split(" ");
        return new Figures(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }
}
