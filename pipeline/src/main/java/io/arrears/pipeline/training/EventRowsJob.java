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
import io.arrears.pipeline.ingest.AttributeLearning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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

    /** Writes the rows, one folder per target. Outcomes are observed through the day before {@code asOfDay}. */
    static Path run(SparkSession spark, HistoryLake lake, Home home, int asOfDay, Horizons horizons) {
        Dataset<Row> known = lake.factsKnownAtStartOf(spark, asOfDay);
        List<Integer> schedule = TrainingRowsJob.schedule(known, asOfDay, horizons);
        EventFold.Span span = new EventFold.Span(schedule, asOfDay - LOG_DAYS, asOfDay - 1);
        double share = Math.min(1, (double) MOST_ROWS / Math.max(1, events(known, span)));
        EventFold fold = new EventFold(AttributeLearning.asOf(spark, lake, asOfDay), horizons, span, share);
        PublishedFolder folder = folder(home, asOfDay);
        Path version = folder.next();
        lake.mapAccounts(spark, fold.schema(), fold)
                .write()
                .partitionBy(EventFold.TARGET)
                .parquet(version.toUri().toString());
        folder.publish(version);
        return version;
    }

    /** Logged contacts and promises; without any contact, the account-days of the schedule. */
    private static long events(Dataset<Row> known, EventFold.Span span) {
        long logged = count(
                known.filter(col(FactColumn.EVENT_DAY.code()).geq(span.firstDay())),
                FactTable.CONTACTS,
                FactTable.PROMISES);
        return count(known, FactTable.CONTACTS) > 0
                ? logged
                : logged + count(known, FactTable.ACCOUNTS) * span.schedule().size();
    }

    private static long count(Dataset<Row> facts, FactTable... tables) {
        Object[] codes = Arrays.stream(tables).map(FactTable::code).toArray();
        return facts.filter(col(FactColumn.FACT.code()).isin(codes)).count();
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
