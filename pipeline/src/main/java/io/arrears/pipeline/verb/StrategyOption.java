package io.arrears.pipeline.verb;

import io.arrears.model.decision.Strategy;
import io.arrears.model.policy.PolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The strategy a verb follows. */
final class StrategyOption {
    @Option(names = "--strategy", paramLabel = "FILE", description = "strategy file (default: the house strategy)")
    private @Nullable Path file;

    /**
     * The strategy.
     *
     * @throws WrongUsage with every problem of the file
     */
    Strategy read() throws IOException {
        if (file == null) {
            return Strategy.standard();
        }
        if (!Files.isRegularFile(file)) {
            throw new WrongUsage(
                    "--strategy %s is not a file: see data-samples/strategies for examples".formatted(file));
        }
        try {
            return Strategy.read(file);
        } catch (PolicyException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }
}
