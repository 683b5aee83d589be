package io.arrears.pipeline.verb;

import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.replay.ReplayJob;
import io.arrears.pipeline.replay.ReplaySummary;
import io.arrears.pipeline.replay.SkewJob;
import io.arrears.pipeline.replay.SkewReport;
import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arrears replay}. */
@Command(
        name = "replay",
        description = {
            "Makes recorded decisions anew from the artefacts they followed and compares bytes, verifying the chain of the "
                    + "records; exit code 1 names the first that differs. With --skew computes the vectors anew instead."
        })
final class ReplayVerb implements Verb {
    /** One or all. */
    private static final class Wanted {
        @Option(names = "--decision", paramLabel = "ID", description = "replays one decision")
        private @Nullable String id;

        @Option(names = "--all", description = "replays every decision (default)")
        private boolean all;
    }

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Option(
            names = "--skew",
            description = {
                "computes the vector of each decision anew from history and journal as of its instant and compares bit for "
                        + "bit; exit code 1 tells the features that differ"
            })
    private boolean skew;

    @ArgGroup
    private @Nullable Wanted wanted;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        String id = wanted == null || wanted.all ? null : wanted.id;
        if (skew) {
            return compare(id, progress);
        }
        if (!Files.isDirectory(options.home().root())) {
            throw new WrongUsage("there is no home at %s: check --home"
                    .formatted(options.home().root()));
        }
        ReplaySummary found = progress.step("replaying decisions", () -> ReplayJob.run(options.home(), id));
        checkFound(id, found.replayed());
        return describe(found);
    }

    private Result compare(@Nullable String id, Progress progress) throws Exception {
        HistoryLake lake = Lakes.get(options.home());
        try (SparkSession spark = sparkOptions.open("replay")) {
            SkewReport found =
                    progress.step("computing vectors anew", () -> SkewJob.run(spark, lake, options.home(), id));
            checkFound(id, found.records());
            return SkewLines.of(found);
        }
    }

    private void checkFound(@Nullable String id, long found) {
        if (id != null && found == 0) {
            throw new WrongUsage("decision '%s' is not among the records under %s: ids are those the service answered"
                    .formatted(id, options.home().decisions()));
        }
    }

    private static Result describe(ReplaySummary found) {
        Result result = new Result()
                .line(
                        "%,d records, soundly chained; %,d of %,d decisions replayed came out byte for byte the same",
                        found.records(), found.same(), found.replayed())
                .field("records", found.records())
                .field("replayed", found.replayed())
                .field("same", found.same())
                .field("first_difference", found.first())
                .field("chain", found.end().chain())
                .field("torn_bytes", found.end().tornBytes());
        if (found.records() > 0) {
            result.line(
                    "  their chain ends in %s: kept elsewhere, it tells whether the last were lost",
                    found.end().chain());
        }
        if (found.end().tornBytes() > 0) {
            result.line(
                    "  behind them %,d bytes of a record that was never acknowledged: the service cuts them away when it"
                            + " starts",
                    found.end().tornBytes());
        }
        ReplaySummary.Failure first = found.first();
        if (first != null) {
            result.line(
                    "  the first that did not: decision %s in line %d: %s", first.id(), first.line(), first.reason());
        }
        return found.isWhole() ? result : result.refused();
    }
}
