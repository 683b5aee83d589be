package io.arrears.pipeline.verb;

import io.arrears.model.account.Days;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Published;
import io.arrears.pipeline.ingest.IngestRequest;
import io.arrears.pipeline.sample.SamplePortfolio;
import io.arrears.pipeline.sample.SampleSettings;
import io.arrears.pipeline.sample.SampleSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The part of {@code ./arrears demo} before serving. */
@Command(
        name = "prepare-demo",
        hidden = true,
        description =
                "Makes a sample portfolio that ends today and travels the whole road with it, unless that was done.")
final class PrepareDemoVerb implements Verb {
    private static final int MONTHS = 24;
    private static final long SEED = 42;

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "5000", description = "accounts (default: 5000)")
    private int accounts;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        Published made = new Published(options.home().root().resolve("DEMO"));
        String wanted = "%d accounts".formatted(accounts);
        if (made.find().filter(wanted::equals).isPresent()) {
            return new Result()
                    .line("The demo portfolio of %,d accounts is already there: serving it.", accounts)
                    .field("made", false);
        }
        if (made.find().isPresent()) {
            throw new WrongUsage("%s holds a demo of %s: choose another --home for %s, or delete it"
                    .formatted(options.home().root(), made.find().get(), wanted));
        }
        Result result = make(progress);
        made.replace(wanted);
        return result.field("made", true);
    }

    private Result make(Progress progress) throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Path drop = options.home().root().resolve("sample");
        SampleSettings settings = new SampleSettings(accounts, MONTHS, SEED, today.minusMonths(MONTHS), drop);
        SampleSummary sample = progress.step("writing the portfolio", () -> SamplePortfolio.write(settings));
        IngestRequest request = new IngestRequest(
                drop.toString(), null, options.home(), IngestRequest.DEFAULT_MAX_REJECTED_SHARE, Instant.now());
        try (SparkSession spark = sparkOptions.open("demo")) {
            return SampleVerb.describe(sample)
                    .include(
                            "run",
                            new WholeRoad(spark, options.home(), progress)
                                    .travel(request, Days.of(sample.asOf()), Strategy.standard()));
        }
    }
}
