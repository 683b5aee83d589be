package io.arrears.pipeline.monitoring;

import io.arrears.model.account.Days;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.monitoring.CalibrationPoint;
import io.arrears.model.training.monitoring.Cycle;
import io.arrears.model.training.monitoring.CycleReview;
import io.arrears.model.training.monitoring.Matured;
import io.arrears.model.training.monitoring.Recalibration;
import io.arrears.model.training.monitoring.SignalCheck;
import io.arrears.pipeline.book.FlipJob;
import io.arrears.pipeline.book.Flips;
import io.arrears.pipeline.history.HistoryLake;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Checks a model against the book of a day and the outcomes that have matured since it was trained. */
public final class MonitoringJob {
    private static final String TYPE = "receivable_type=";

    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;
    private final MonitoringRows rows;
    private final ModelManifest model;
    private final Scorer scorer;

    public MonitoringJob(SparkSession spark, HistoryLake lake, Home home, String modelId) {
        ModelRegistry registry = new ModelRegistry(home.models());
        this.spark = spark;
        this.lake = lake;
        this.home = home;
        this.model = registry.get(modelId);
        this.scorer = registry.load(modelId);
        this.rows = new MonitoringRows(spark, lake, home, model);
    }

    /** The folder that holds what was found as of a day, and the rows looked at. */
    static PublishedFolder folder(Home home, int asOfDay) {
        return new PublishedFolder(home.root().resolve("monitoring").resolve("as-of=" + Days.date(asOfDay)));
    }

    /**
     * Checks and publishes what was found.
     *
     * @param asOfDay inputs are those of this day; outcomes are observed up to the day before
     * @param strategy for counting the decisions that would change; null = don't count
     * @throws IllegalStateException when no account was open on the day
     */
    public Monitoring run(int asOfDay, @Nullable Strategy strategy) throws IOException, SQLException {
        PublishedFolder folder = folder(home, asOfDay);
        Path version = folder.next();
        Map<String, String> debtors = rows.debtors(asOfDay);
        ScoredRows window = new ScoredRows(rows.reference(version.resolve("reference")), scorer, debtors);
        List<Integer> days = MonitoredDays.upTo(asOfDay, model);
        ScoredRows since = new ScoredRows(rows.of(days, asOfDay, version.resolve("rows")), scorer, debtors);
        if (since.rowsOf(asOfDay).length == 0) {
            throw new IllegalStateException(
                    "no account was open on %s: choose a date within the history".formatted(Days.date(asOfDay)));
        }
        DriftCheck drift = new DriftCheck(window, since, asOfDay);
        int maturedDay = asOfDay - model.horizonDays(Target.PAY30);
        List<CycleReview.Judged> judged = review(window, since, maturedDay, drift);
        List<SignalCheck> checks = judged.stream()
                .filter(cycle -> cycle.cycle().asOfDay() == maturedDay)
                .flatMap(cycle -> cycle.checks().stream())
                .toList();
        Flips flips = strategy == null ? null : flips(since, strategy, asOfDay, version.resolve("values"));
        Monitoring found = new Monitoring(
                model.id(), Days.date(maturedDay), checks, points(judged, window, since), drift.run(), flips);
        MonitoringFile.write(version, Days.date(asOfDay), found);
        folder.publish(version);
        return found;
    }

    /** The window's cycles, then those since. Where both have a day, the later look at it counts. */
    private List<CycleReview.Judged> review(ScoredRows window, ScoredRows since, int maturedDay, DriftCheck drift) {
        CycleBuilder builder = new CycleBuilder(drift.references());
        int judgedFrom = MonitoredDays.judgedFrom(model, window.table());
        int[] days = Arrays.stream(since.table().asOfDays())
                .filter(day -> day <= maturedDay)
                .toArray();
        List<Cycle> cycles = new ArrayList<>();
        for (int day : window.table().asOfDays()) {
            if (day < days[0]) {
                cycles.add(builder.build(window, day, day < judgedFrom));
            }
        }
        for (int day : days) {
            cycles.add(builder.build(since, day, day < judgedFrom));
        }
        return CycleReview.of(cycles);
    }

    private static List<Monitoring.Point> points(List<CycleReview.Judged> judged, ScoredRows window, ScoredRows since) {
        List<Monitoring.Point> points = new ArrayList<>();
        for (CycleReview.Judged cycle : judged) {
            int day = cycle.cycle().asOfDay();
            boolean later = Arrays.stream(since.table().asOfDays()).anyMatch(other -> other == day);
            Matured matured = matured(later ? since : window, day);
            points.add(new Monitoring.Point(
                    Days.date(day), CalibrationPoint.of(matured), cycle.alarms().size()));
        }
        return points;
    }

    private static Matured matured(ScoredRows rows, int day) {
        return rows.matured(rows.maturedOf(day));
    }

    private Flips flips(ScoredRows since, Strategy strategy, int asOfDay, Path place) throws SQLException {
        int[] known = since.maturedOf(asOfDay - model.horizonDays(Target.PAY30));
        Recalibration moved = Recalibration.of(since.matured(known), CycleBuilder.types(since.table(), known));
        if (moved.isNothing()) {
            return new Flips(strategy.name(), since.rowsOf(asOfDay).length, 0, new HashMap<>());
        }
        return new FlipJob(spark, lake, home, model.id(), strategy)
                .run((probability, type) -> moved.of(probability, TYPE + type), asOfDay, place);
    }
}
