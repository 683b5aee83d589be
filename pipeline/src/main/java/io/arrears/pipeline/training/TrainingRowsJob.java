package io.arrears.pipeline.training;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;

import io.arrears.model.account.Account;
import io.arrears.model.account.Days;
import io.arrears.model.account.FactTable;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.ingest.AttributeLearning;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes the training rows of a book for a training as of a day. */
public final class TrainingRowsJob {
    /** Beyond this the rows of a share of the accounts are taken: training runs in one JVM. */
    private static final long MOST_ROWS = 600_000;

    private TrainingRowsJob() {}

    /** The folder of training rows as of a day. */
    public static PublishedFolder folder(Home home, int asOfDay) {
        return new PublishedFolder(home.root().resolve("training").resolve("as-of=" + Days.date(asOfDay)));
    }

    /**
     * Writes the rows; answers their folder. Outcomes are observed through the day before {@code asOfDay}; nothing known
     * later has a part in them, in their columns or in the choice of days.
     *
     * @throws IllegalStateException when the history is too short for a single training day
     */
    public static Path run(SparkSession spark, HistoryLake lake, Home home, int asOfDay) {
        Dataset<Row> known = lake.factsKnownAtStartOf(spark, asOfDay);
        Dataset<Row> accounts = known.filter(col(FactColumn.FACT.code()).equalTo(FactTable.ACCOUNTS.code()));
        List<Integer> days = AsOfSchedule.before(asOfDay, firstBillingDay(known));
        if (days.isEmpty()) {
            throw new IllegalStateException(
                    "the history before %s is too short to train on: at least 60 days are needed"
                            .formatted(Days.date(asOfDay)));
        }
        double share = Math.min(1, (double) MOST_ROWS / Math.max(1, accounts.count() * days.size()));
        AttributeCatalogue attributes = AttributeLearning.asOf(spark, lake, asOfDay);
        TrainingFold fold = new TrainingFold(attributes, auditColumns(accounts), days, asOfDay - 1, share);
        PublishedFolder folder = folder(home, asOfDay);
        Path version = folder.next();
        lake.mapAccounts(spark, fold.schema(), fold)
                .write()
                .parquet(version.toUri().toString());
        folder.publish(version);
        return version;
    }

    private static int firstBillingDay(Dataset<Row> known) {
        Row first = known.filter(col(FactColumn.FACT.code()).equalTo(FactTable.INVOICES.code()))
                .selectExpr("min(" + FactColumn.EVENT_DAY.code() + ")")
                .head();
        return first.isNullAt(0) ? Integer.MAX_VALUE / 2 : first.getInt(0);
    }

    private static List<String> auditColumns(Dataset<Row> accounts) {
        return accounts
                .select(explode(expr("json_object_keys(" + FactColumn.ATTRIBUTES.code() + ")"))
                        .as("name"))
                .distinct()
                .filter(col("name").startsWith(Account.AUDIT_PREFIX))
                .as(Encoders.STRING())
                .collectAsList()
                .stream()
                .sorted()
                .toList();
    }
}
