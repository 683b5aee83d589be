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
import org.apache.spark.broadcast.Broadcast;
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
    public static final String STRATEGY = "strategy.yaml";
    private static final String SUMMARY = "summary.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;

    public PlanJob(SparkSession spark, HistoryLake lake, Home home) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
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
        BookAllocation allocation = BookAllocation.of(strategy, values, new DebtorClaims(strategy, debtors));
        Path decided = version.resolve("decided");
        lake.mapAccounts(spark, PlanFold.SCHEMA, new PlanFold(parts, others, allocation.given(), asOfDay))
                .write()
                .parquet(decided.toUri().toString());
        PlanSummary summary = new PlanWriter(strategy, allocation.plan(), version).write(modelId, decided);
        Files.writeString(version.resolve(STRATEGY), strategy.text());
        new PlanExceptions(allocation.given().exceptions()).write(version);
        JSON.writeValue(version.resolve(SUMMARY).toFile(), summary);
        folder.publish(version);
        return summary;
    }
}
