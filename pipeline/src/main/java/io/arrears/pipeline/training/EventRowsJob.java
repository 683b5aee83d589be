package io.arrears.pipeline.training;

import static org.apache.spark.sql.functions.col;

import io.arrears.model.account.Days;
import io.arrears.model.account.FactTable;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.Horizons;
import io.arrears.model.training.TrainingTable;
import io.arrears.pipeline.history.HistoryLake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Writes and reads the training rows of attempts, promises and account-days left alone. */
final class EventRowsJob {
    private static final int LOG_DAYS = 540;
    /** Beyond this a share of the events is taken. */
    private static final long MOST_ROWS = 300_000;

    private EventRowsJob() {}

    /** The folder of event rows as of a day. */
    static PublishedFolder folder(Home home, int asOfDay) {
        return new PublishedFolder(home.root().resolve("training").resolve("events-as-of=" + Days.date(asOfDay)));
    }

    /**
     * Writes the rows, one folder per target.
     *
     * @param schedule the as-of days of account-days, for accounts nobody ever decided on
     */
    static Path run(
            SparkSession spark, HistoryLake lake, Home home, int asOfDay, List<Integer> schedule, Horizons horizons) {
        EventFold.Span span = new EventFold.Span(schedule, asOfDay - LOG_DAYS, asOfDay - 1);
        long expected = Math.max(1, logged(spark, lake, span.firstDay()) + accounts(spark, lake) * schedule.size());
        EventFold fold =
                new EventFold(lake.attributeCatalogue(), horizons, span, Math.min(1, (double) MOST_ROWS / expected));
        PublishedFolder folder = folder(home, asOfDay);
        Path version = folder.next();
        lake.mapAccounts(spark, fold.schema(), fold)
                .write()
                .partitionBy(EventFold.TARGET)
                .parquet(version.toUri().toString());
        folder.publish(version);
        return version;
    }

    private static long logged(SparkSession spark, HistoryLake lake, int firstDay) {
        return lake.facts(spark)
                .filter(col(FactColumn.FACT.code()).isin(FactTable.CONTACTS.code(), FactTable.PROMISES.code()))
                .filter(col(FactColumn.EVENT_DAY.code()).geq(firstDay))
                .count();
    }

    /** Accounts of a history without contacts: only there account-days are scheduled. */
    private static long accounts(SparkSession spark, HistoryLake lake) {
        boolean contacted = !lake.facts(spark)
                .filter(col(FactColumn.FACT.code()).equalTo(FactTable.CONTACTS.code()))
                .isEmpty();
        return contacted
                ? 0
                : lake.facts(spark)
                        .filter(col(FactColumn.FACT.code()).equalTo(FactTable.ACCOUNTS.code()))
                        .count();
    }

    /** The rows by target; a target without any row is left out. */
    static Map<Target, TrainingTable> read(Path version, FeatureSchema schema) {
        Map<Target, TrainingTable> tables = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            Path rows = version.resolve(EventFold.TARGET + "=" + target.code());
            if (Files.isDirectory(rows)) {
                tables.put(target, TrainingTable.read(rows, Scorer.rowSchema(target, schema)));
            }
        }
        return tables;
    }
}
