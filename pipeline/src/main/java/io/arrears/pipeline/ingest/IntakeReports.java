package io.arrears.pipeline.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the tasks of an intake reported, brought together.
 *
 * @param files the tasks' report files
 * @param rejected the rejected rows in order of file and line, at most {@link RejectLog#MAX_LISTED}
 */
record IntakeReports(Path folder, List<Path> files, IntakeTotals totals, List<Rejected> rejected) {
    static IntakeReports read(Path folder) {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        IntakeTotals totals = new IntakeTotals();
        List<Rejected> rejected = new ArrayList<>();
        for (Path file : files) {
            if (file.getFileName().toString().startsWith(MergedAccounts.TaskReports.TOTALS)) {
                totals.add(file);
            } else if (rejected.size() < RejectLog.MAX_LISTED) {
                rejected.addAll(RejectLog.read(file));
            }
        }
        rejected.sort(Comparator.comparingLong(Rejected::origin));
        return new IntakeReports(
                folder, files, totals, rejected.subList(0, Math.min(rejected.size(), RejectLog.MAX_LISTED)));
    }

    /** Writes the quarantine file when there is something to write; says whether it did. */
    boolean writeQuarantine(Path drop) {
        if (rejected.isEmpty()) {
            return false;
        }
        Quarantine.write(drop, rejected);
        return true;
    }

    /** Removes the tasks' files. */
    void remove() {
        try {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
