package io.arrears.pipeline.verb;

import io.arrears.pipeline.replay.ReplayJob;
import io.arrears.pipeline.replay.ReplaySummary;
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
                    + "records; exit code 1 names the first that differs."
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

    @ArgGroup
    private @Nullable Wanted wanted;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        String id = wanted == null || wanted.all ? null : wanted.id;
        ReplaySummary found = progress.step("replaying decisions", () -> ReplayJob.run(options.home(), id));
        if (id != null && found.replayed() == 0) {
            throw new WrongUsage(
                    "decision '%s' is not among the %,d records under %s: ids are those the service answered"
                            .formatted(id, found.records(), options.home().decisions()));
        }
        return describe(found);
    }

    private static Result describe(ReplaySummary found) {
        Result result = new Result()
                .line(
                        "%,d records, soundly chained; %,d of %,d decisions replayed came out byte for byte the same",
                        found.records(), found.same(), found.replayed())
                .field("records", found.records())
                .field("replayed", found.replayed())
                .field("same", found.same())
                .field("first_difference", found.first());
        ReplaySummary.Failure first = found.first();
        if (first != null) {
            result.line(
                    "  the first that did not: decision %s in line %d: %s", first.id(), first.line(), first.reason());
        }
        return found.isWhole() ? result : result.refused();
    }
}
