package io.arrears.pipeline.verb;

import io.arrears.model.account.Money;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.book.PlanJob;
import io.arrears.pipeline.book.PlanSummary;
import io.arrears.pipeline.history.HistoryLake;
import java.util.Currency;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arrears plan}. */
@Command(
        name = "plan",
        description = {
            "Values every arm for every open account, checks the law, and chooses all together under the capacities of "
                    + "the strategy."
        })
final class PlanVerb implements Verb {
    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Mixin
    private final StrategyOption strategyOption = new StrategyOption();

    @Option(
            names = "--in-memory",
            paramLabel = "ROWS",
            description =
                    "Allocate up to so many accounts x arms in this process, bigger books by a Spark job with the "
                            + "same result. Default: what the heap holds.")
    private @Nullable Long inMemory;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        Strategy strategy = strategyOption.read();
        HistoryLake lake = Lakes.get(options.home());
        String model = Champions.get(options.home());
        try (SparkSession spark = sparkOptions.open("plan")) {
            PlanSummary summary = progress.step(
                    "planning the book", () -> planJob(spark, lake).run(model, strategy, asOf.day()));
            return describe(options.home(), asOf.day(), summary);
        }
    }

    private PlanJob planJob(SparkSession spark, HistoryLake lake) {
        return inMemory == null
                ? new PlanJob(spark, lake, options.home())
                : new PlanJob(spark, lake, options.home(), inMemory);
    }

    static Result describe(Home home, int asOfDay, PlanSummary summary) throws Exception {
        int decimals = Money.decimals(Currency.getInstance(summary.currency()));
        double unit = Math.pow(10, decimals);
        Result result = new Result()
                .line(
                        "Plan of strategy %s: worth %,.2f %s above leaving everyone alone; no plan is worth more than %,.2f (gap %.4f %%)",
                        summary.strategy(),
                        summary.primalValueMinor() / unit,
                        summary.currency(),
                        summary.dualBoundMinor() / unit,
                        summary.gap() * 100)
                .field("strategy", summary.strategy())
                .field("currency", summary.currency())
                .field("accounts_by_action", summary.accountsByAction());
        summary.figures(decimals).forEach(result::field);
        summary.accountsByAction()
                .forEach((action, accounts) -> result.line("  %-24s %,10d accounts", action, accounts));
        for (CapacityLine line : CapacityLine.read(home, asOfDay)) {
            result.line("  %s", line.describe(summary.currency()));
        }
        List<WhatIfLine> whatIf = WhatIfLine.read(home, asOfDay);
        WhatIfLine.describe(whatIf, summary.currency()).forEach(line -> result.line("  %s", line));
        List<LeverLine> levers = LeverLine.read(home, asOfDay);
        levers.forEach(lever -> result.line("  %s", lever.describe(summary.currency())));
        return result.field("prices", CapacityLine.read(home, asOfDay))
                .field("what_if", whatIf)
                .field("levers", levers);
    }
}
