package io.arrears.pipeline.verb;

import io.arrears.model.account.Days;
import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.evaluation.EvaluationJob;
import io.arrears.pipeline.evaluation.LiveJob;
import io.arrears.pipeline.history.HistoryLake;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arrears evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Estimates what a strategy would have earned on the logged decisions whose outcome is known, with intervals, "
                    + "beside what the log's policy earned and leaving everyone alone; exit code 1 when the log says too "
                    + "little. With --live: which of two treatments that run side by side earns more."
        })
final class EvaluateVerb implements Verb {
    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Mixin
    private final StrategyOption strategyOption = new StrategyOption();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "outcomes are observed up to the day before (default: the day after the history's last)")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "leaves out decisions before this day (default: none), e.g. those the model has learned from")
    private @Nullable LocalDate since;

    @Option(
            names = "--live",
            paramLabel = "SHARE",
            description =
                    "compares the accounts whose account.draw is below this share, which the strategy treats otherwise, "
                            + "with the rest, since --since; may be looked at every day")
    private @Nullable Double liveShare;

    @Option(
            names = "--alpha",
            defaultValue = "0.05",
            description = "accepted probability of a wrong verdict of a live test (default: ${DEFAULT-VALUE})")
    private double alpha;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        Strategy strategy = strategyOption.read();
        HistoryLake lake = Lakes.get(options.home());
        int asOfDay = asOf == null ? lake.watermark().orElseThrow() + 1 : Days.of(asOf);
        int firstDay = since == null ? 0 : Days.of(since);
        if (firstDay >= asOfDay) {
            throw new WrongUsage(
                    "--since %s is not before %s: choose an earlier day".formatted(since, Days.date(asOfDay)));
        }
        if (liveShare != null) {
            return compareLive(progress, strategy, lake, asOfDay, liveShare);
        }
        String model = Champions.get(options.home());
        try (SparkSession spark = sparkOptions.open("evaluate")) {
            EvaluationJob job = new EvaluationJob(spark, lake, options.home());
            return EvaluationReport.of(
                    strategy,
                    Days.date(asOfDay),
                    progress.step("judging logged decisions", () -> job.run(model, strategy, firstDay, asOfDay)));
        }
    }

    private Result compareLive(Progress progress, Strategy strategy, HistoryLake lake, int asOfDay, double share)
            throws Exception {
        if (since == null) {
            throw new WrongUsage("--live needs --since: the first day of the test");
        }
        if (!(share > 0 && share < 1) || !(alpha > 0 && alpha < 1)) {
            throw new WrongUsage("--live %s and --alpha %s must lie within (0, 1), e.g. --live 0.2 --alpha 0.05"
                    .formatted(share, alpha));
        }
        LocalDate first = since;
        try (SparkSession spark = sparkOptions.open("evaluate")) {
            LiveJob job = new LiveJob(spark, lake);
            return LiveReport.of(
                    strategy,
                    first,
                    Days.date(asOfDay),
                    progress.step(
                            "comparing outcomes", () -> job.run(strategy, Days.of(first), asOfDay, share, alpha)));
        }
    }
}
