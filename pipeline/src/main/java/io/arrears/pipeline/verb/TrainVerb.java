package io.arrears.pipeline.verb;

import io.arrears.model.account.Days;
import io.arrears.model.scoring.GateVerdict;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.Horizons;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.training.ModelTraining;
import io.arrears.pipeline.training.Promotion;
import io.arrears.pipeline.training.TrainedModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arrears train}. */
@Command(
        name = "train",
        description = {
            "Trains models on the history and registers them as a candidate with evaluation and card; or, with --table, "
                    + "trains and cross-validates on any prepared table."
        })
final class TrainVerb implements Verb {
    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "outcomes are observed up to the day before (default: the day after the history's last)")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--target",
            split = ",",
            paramLabel = "TARGET",
            defaultValue = "pay30,cash30,roll90,reach,kept,selfcure",
            description =
                    "what to predict: pay30, cash30, roll90, reach, kept, selfcure (default: all); one that can't be "
                            + "trained is left out with the reason")
    private List<String> targets = List.of();

    @Option(
            names = "--horizon",
            split = ",",
            paramLabel = "TARGET=DAYS",
            description =
                    "how far a target looks ahead (default: pay30=30,roll90=180,reach=7,kept=3,selfcure=30; that of "
                            + "kept is days of grace)")
    private List<String> horizons = List.of();

    @Option(names = "--seed", paramLabel = "S", defaultValue = "42", description = "seed (default: 42)")
    private long seed;

    @ArgGroup(exclusive = false, heading = "%nOn a prepared table:%n")
    private @Nullable TableOptions table;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        if (table != null) {
            return table.run(options.home(), seed, progress);
        }
        Set<Target> wanted = wantedTargets();
        Horizons ahead = wantedHorizons();
        HistoryLake lake = Lakes.get(options.home());
        int asOfDay = asOf == null ? lake.watermark().orElseThrow() + 1 : Days.of(asOf);
        try (SparkSession spark = sparkOptions.open("train")) {
            Result result =
                    train(new ModelTraining(spark, lake, options.home()), asOfDay, wanted, ahead, seed, progress);
            return gate(result, String.valueOf(result.fields().get("model_id")), progress);
        }
    }

    /** Whether the candidate might go in force, so that nobody need ask; the answer is kept with the models. */
    private Result gate(Result result, String id, Progress progress) throws Exception {
        GateVerdict verdict =
                progress.step("asking the gate", () -> new Promotion(options.home()).judge(id, false, Instant.now()));
        result.field("gate_passed", verdict.passed()).field("gate_reasons", verdict.reasons());
        if (verdict.passed()) {
            return result.line("  the gate would let it pass: ./arrears models promote %s", id);
        }
        verdict.reasons().forEach(reason -> result.line("  the gate would refuse it: %s", reason));
        return result;
    }

    private Set<Target> wantedTargets() {
        Set<Target> wanted = new LinkedHashSet<>();
        try {
            targets.forEach(code -> wanted.add(Target.of(code)));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--target: " + e.getMessage(), e);
        }
        return wanted;
    }

    private Horizons wantedHorizons() {
        try {
            return Horizons.of(horizons);
        } catch (IllegalArgumentException e) {
            throw new WrongUsage("--horizon: " + e.getMessage(), e);
        }
    }

    /** Trains and says what came of it, with the time-split evaluation. */
    static Result train(
            ModelTraining training, int asOfDay, Set<Target> targets, Horizons horizons, long seed, Progress progress)
            throws Exception {
        ModelTraining.Written rows =
                progress.step("writing training rows", () -> training.rows(asOfDay, targets, horizons));
        TrainedModel model =
                progress.step("training and judging", () -> training.train(rows, targets, horizons, seed, asOfDay));
        return TrainingReport.of(model);
    }
}
