package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the state lives and how to answer: options of every verb. */
final class HomeOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${ARREARS_HOME:-${env:ARREARS_HOME:-var}}",
            description = "home folder with all state (default: ARREARS_HOME, or var)")
    private Path root = Path.of("var");

    @Option(names = "--json", description = "print the result as one JSON object")
    private boolean json;

    /** Absolute: tasks on a cluster write to it from working folders of their own. */
    Home home() {
        return new Home(root.toAbsolutePath().normalize());
    }

    boolean json() {
        return json;
    }
}
