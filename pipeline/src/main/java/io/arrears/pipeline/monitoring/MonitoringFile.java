package io.arrears.pipeline.monitoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.monitoring.SignalCheck;
import io.arrears.pipeline.book.Flips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a check found, as figures in one JSON file beside the rows it looked at.
 *
 * @param asOf YYYY-MM-DD
 */
public record MonitoringFile(String modelId, String asOf, String status, List<MonitoringFigure> figures) {
    private static final String NAME = "report.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static void write(Path version, LocalDate asOf, Monitoring found) throws IOException {
        MonitoringFile file =
                new MonitoringFile(found.modelId(), asOf.toString(), found.status(), figures(asOf, found));
        Files.createDirectories(version);
        JSON.writeValue(version.resolve(NAME).toFile(), file);
    }

    /** Everything published under a home, by as-of date. */
    public static List<MonitoringFile> list(Home home) throws IOException {
        Path root = home.root().resolve("monitoring");
        List<MonitoringFile> found = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> days = Files.list(root)) {
                for (Path day : days.filter(Files::isDirectory).sorted().toList()) {
                    Optional<Path> file = new PublishedFolder(day)
                            .find()
                            .map(version -> version.resolve(NAME))
                            .filter(Files::exists);
                    if (file.isPresent()) {
                        found.add(JSON.readValue(file.get().toFile(), MonitoringFile.class));
                    }
                }
            }
        }
        return found;
    }

    private static List<MonitoringFigure> figures(LocalDate asOf, Monitoring found) {
        List<MonitoringFigure> figures = new ArrayList<>();
        String cycle = found.outcomesFrom().toString();
        for (SignalCheck check : found.checks()) {
            figures.add(figure(check, cycle));
        }
        for (Monitoring.Point point : found.history()) {
            String day = point.asOf().toString();
            boolean alarm = point.alarms() > 0;
            figures.add(interval("intercept", day, point.calibration().intercept(), alarm));
            figures.add(interval("slope", day, point.calibration().slope(), alarm));
            figures.add(interval("ece", day, point.calibration().ece(), alarm));
            figures.add(interval("auc", day, point.calibration().auc(), alarm));
        }
        for (Movement movement : found.movements()) {
            figures.add(new MonitoringFigure(
                    "drift",
                    movement.name(),
                    "psi",
                    asOf.toString(),
                    movement.sinceWindow().psi(),
                    Double.NaN,
                    movement.sinceWindow().noise(),
                    movement.isAlarm()));
        }
        Flips flips = found.flips();
        if (flips != null) {
            figures.add(new MonitoringFigure(
                    "flips",
                    flips.strategy(),
                    "accounts",
                    asOf.toString(),
                    flips.changed(),
                    0,
                    flips.accounts(),
                    false));
        }
        return figures;
    }

    private static MonitoringFigure figure(SignalCheck check, String cycle) {
        return new MonitoringFigure(
                check.signal().kind().name().toLowerCase(Locale.ROOT),
                check.signal().name(),
                "departure",
                cycle,
                check.departure(),
                check.expected() - check.limit(),
                check.expected() + check.limit(),
                check.alarm());
    }

    private static MonitoringFigure interval(String metric, String cycle, Interval of, boolean alarm) {
        return new MonitoringFigure("calibration", "all", metric, cycle, of.value(), of.low(), of.high(), alarm);
    }
}
