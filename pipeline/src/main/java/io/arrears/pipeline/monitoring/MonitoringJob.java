package io.arrears.pipeline.monitoring;

import io.arrears.model.account.Days;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.TrainingTable;
import io.arrears.model.training.monitoring.Matured;
import io.arrears.model.training.monitoring.OutcomeCheck;
import io.arrears.pipeline.history.HistoryLake;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Checks a model against the book of a day and the outcomes that have just matured. */
public final class MonitoringJob {
    private static final String ALL = "all";

    private final MonitoringRows rows;
    private final ModelManifest model;
    private final Scorer scorer;

    public MonitoringJob(SparkSession spark, HistoryLake lake, Home home, String modelId) {
        ModelRegistry registry = new ModelRegistry(home.models());
        this.model = registry.get(modelId);
        this.scorer = registry.load(modelId);
        this.rows = new MonitoringRows(spark, lake, home, model);
    }

    /**
     * Checks.
     *
     * @param asOfDay inputs are those of this day; outcomes are observed up to the day before
     * @throws IllegalStateException when no account was open on the day
     */
    public Monitoring run(int asOfDay) {
        int maturedDay = asOfDay - model.horizonDays(Target.PAY30);
        ScoredRows before = new ScoredRows(rows.reference(), scorer);
        TrainingTable table = rows.of(List.of(maturedDay, asOfDay), asOfDay, "as-of=" + Days.date(asOfDay));
        ScoredRows now = new ScoredRows(table, scorer);
        if (now.rowsOf(asOfDay).length == 0) {
            throw new IllegalStateException(
                    "no account was open on %s: choose a date within the history".formatted(Days.date(asOfDay)));
        }
        double deviation = OutcomeCheck.cycleDeviation(cycles(before));
        return new Monitoring(
                model.id(),
                Days.date(maturedDay),
                OutcomeCheck.check(slices(now, maturedDay), deviation),
                new DriftCheck(before, now, asOfDay).run(),
                deviation,
                maturedDay <= Days.of(model.origin().through()));
    }

    private static List<Matured> cycles(ScoredRows before) {
        return Arrays.stream(before.table().asOfDays())
                .mapToObj(day -> before.matured(row -> before.table().asOfDay(row) == day))
                .toList();
    }

    private static Map<String, Matured> slices(ScoredRows now, int day) {
        TrainingTable table = now.table();
        Map<String, Matured> slices = new LinkedHashMap<>();
        slices.put(ALL, now.matured(row -> table.asOfDay(row) == day));
        Arrays.stream(now.rowsOf(day))
                .mapToObj(table::receivableType)
                .distinct()
                .sorted()
                .forEach(type -> slices.put(
                        type,
                        now.matured(row -> table.asOfDay(row) == day
                                && table.receivableType(row).equals(type))));
        return slices;
    }
}
