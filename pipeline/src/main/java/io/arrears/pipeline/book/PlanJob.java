package io.arrears.pipeline.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrears.model.account.Days;
import io.arrears.model.decision.PlanExceptions;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.pipeline.history.HistoryLake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Plans the book of a day: values every arm of every open account, chooses all together under the capacities, and
 * writes values, plan and prices.
 */
public final class PlanJob {
    /** Folders and files of a published plan. */
    public static final String VALUES = "values";

    public static final String PLAN = "plan";
    public static final String PRICES = "prices";
    public static final String WHAT_IF = "what-if";
    public static final String LEVERS = "levers";
    public static final String STRATEGY = "strategy.yaml";
    private static final String SUMMARY = "summary.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What an arm of an account takes at most of the memory while a book is allocated in this process. */
    private static final long BYTES_OF_A_ROW = 64;

    private static final long ROWS_OF_A_PART = 4_000_000;
    private static final long MOST_PARTS = 10_000;

    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;
    private final long inMemory;

    public PlanJob(SparkSession spark, HistoryLake lake, Home home) {
        this(spark, lake, home, Runtime.getRuntime().maxMemory() / BYTES_OF_A_ROW);
    }

    /**
     * @param inMemory up to so many accounts × arms are allocated in this process
     */
    public PlanJob(SparkSession spark, HistoryLake lake, Home home, long inMemory) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
        this.inMemory = inMemory;
    }

    /** The folder that holds the plan of a day. */
    public static PublishedFolder folder(Home home, int asOfDay) {
        return new PublishedFolder(home.plans().resolve("as-of=" + Days.date(asOfDay)));
    }

    /** The published plan of a day in one line. */
    public static PlanSummary summary(Home home, int asOfDay) {
        Path file = folder(home, asOfDay)
                .get("run ./arrears plan with this --home and --as-of first")
                .resolve(SUMMARY);
        try {
            return JSON.readValue(file.toFile(), PlanSummary.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: plan anew".formatted(file), e);
        }
    }

    /** In memory where the book fits, else in the partitions of a job; with the same result. */
    private BookPlan allocate(Strategy strategy, Path values, LostArms lost) throws SQLException {
        Dataset<Row> valued = spark.read().parquet(values.toUri().toString());
        long rows = valued.count();
        return rows <= inMemory
                ? BookAllocation.of(strategy, values, lost)
                : PartedAllocation.of(strategy, valued, (int) Math.min(MOST_PARTS, 1 + rows / ROWS_OF_A_PART), lost);
    }

    /** Plans and publishes. */
    public PlanSummary run(String modelId, Strategy strategy, int asOfDay) throws SQLException, IOException {
        AssessorParts parts = AssessorParts.of(home, modelId, strategy);
        PublishedFolder folder = folder(home, asOfDay);
        Path version = folder.next();
        Path values = version.resolve(VALUES);
        DebtorAccounts debtors = DebtorAccounts.read(spark, lake, asOfDay);
        Broadcast<DebtorBook> others = debtors.broadcast(spark);
        lake.mapAccounts(spark, ValueFold.SCHEMA, new ValueFold(parts, others, asOfDay))
                .write()
                .parquet(values.toUri().toString());
        DebtorClaims claims = DebtorClaims.read(strategy, debtors, values);
        BookPlan plan = claims.settle(lost -> allocate(strategy, values, lost));
        PlanFold.Given given = claims.given(plan);
        Path decided = version.resolve("decided");
        lake.mapAccounts(spark, PlanFold.SCHEMA, new PlanFold(parts, others, given, asOfDay))
                .write()
                .parquet(decided.toUri().toString());
        List<LeverPrice> levers = plan instanceof BookAllocation whole
                ? LeverPrice.list(strategy, values, claims.lost(), whole.arms())
                : List.of();
        PlanSummary summary = new PlanWriter(strategy, plan.plan(), version).write(modelId, decided, levers);
        Files.writeString(version.resolve(STRATEGY), strategy.text());
        new PlanExceptions(given.exceptions()).write(version);
        JSON.writeValue(version.resolve(SUMMARY).toFile(), summary);
        folder.publish(version);
        return summary;
    }
}
