package io.arrears.pipeline.monitoring;

import static org.apache.spark.sql.functions.col;

import io.arrears.model.account.Days;
import io.arrears.model.account.FactTable;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.Horizons;
import io.arrears.model.training.TrainingTable;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.training.TrainingFold;
import io.arrears.pipeline.training.TrainingRowsJob;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows in the model's own schema: those it was trained on, and those of the days to be checked. */
final class MonitoringRows {
    /** Beyond this a share of the accounts is taken. */
    private static final long MOST_ROWS = 600_000;

    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;
    private final ModelManifest model;

    MonitoringRows(SparkSession spark, HistoryLake lake, Home home, ModelManifest model) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
        this.model = model;
    }

    /** The training window's rows as published; its last cycles, made anew in {@code place}, when they are gone. */
    TrainingTable reference(Path place) {
        int lastDay = Days.of(model.origin().through());
        int trainedAsOf = lastDay + model.horizonDays(Target.PAY30);
        Optional<Path> published =
                TrainingRowsJob.folder(home, trainedAsOf).find().filter(this::hasItsColumns);
        return published.isPresent()
                ? TrainingTable.read(published.get(), model.schema())
                : of(MonitoredDays.lastOf(model), trainedAsOf, place);
    }

    private boolean hasItsColumns(Path rows) {
        List<String> columns =
                List.of(spark.read().parquet(rows.toUri().toString()).columns());
        return columns.containsAll(model.schema().names());
    }

    /**
     * The rows of some days with the outcomes known on a later one.
     *
     * @param asOfDay outcomes are observed up to the day before
     * @param place to write them to
     */
    TrainingTable of(List<Integer> days, int asOfDay, Path place) {
        double share =
                Math.min(1, (double) MOST_ROWS / Math.max(1, accounts(asOfDay).count() * days.size()));
        TrainingFold fold = new TrainingFold(model.attributes(), List.of(), days, asOfDay - 1, share, horizons());
        lake.mapAccounts(spark, fold.schema(), fold)
                .write()
                .parquet(place.toUri().toString());
        return TrainingTable.read(place, model.schema());
    }

    private Horizons horizons() {
        return Horizons.of(List.of("pay30=" + model.horizonDays(Target.PAY30)));
    }

    /** Debtors by account, as known on a day, of the accounts that may share one with others. */
    Map<String, String> debtors(int asOfDay) {
        String account = FactColumn.ACCOUNT_ID.code();
        String debtor = FactColumn.DEBTOR_ID.code();
        Map<String, String> debtors = new HashMap<>();
        accounts(asOfDay)
                .select(account, debtor)
                .filter(col(debtor).notEqual(col(account)))
                .toLocalIterator()
                .forEachRemaining(row -> debtors.put(row.getString(0), row.getString(1)));
        return debtors;
    }

    private Dataset<Row> accounts(int asOfDay) {
        return lake.factsKnownAtStartOf(spark, asOfDay)
                .filter(col(FactColumn.FACT.code()).equalTo(FactTable.ACCOUNTS.code()));
    }
}
