package io.arrears.pipeline.verb;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verbs that the launcher script runs itself; they stand here for {@code --help}. */
@SuppressWarnings("unused") // only picocli reads the fields
final class LaunchedVerbs {
    private LaunchedVerbs() {}

    @Command(
            name = "demo",
            description = {
                "Builds what is not built, makes a sample portfolio, runs the whole pipeline on it, serves, and prints "
                        + "the address."
            })
    static final class Demo {
        @Option(names = "--port", paramLabel = "PORT", description = "port to serve on (default: 8080)")
        private int port;

        @Option(names = "--host", paramLabel = "HOST", description = "address to bind (default: 127.0.0.1)")
        private String host = "";

        @Option(names = "--accounts", paramLabel = "N", description = "accounts in the portfolio (default: 5000)")
        private int accounts;

        @Option(names = "--home", paramLabel = "DIR", description = "home folder (default: ARREARS_HOME, or var)")
        private String home = "";

        @Option(names = "--master", paramLabel = "URL", description = "Spark master (default: local[*])")
        private String master = "";
    }

    @Command(name = "serve", description = "Serves the API and the dashboards over the last publish.")
    static final class Serve {
        @Option(names = "--port", paramLabel = "PORT", description = "port to serve on (default: 8080)")
        private int port;
    }

    @Command(
            name = "verify",
            description = {
                "Runs all tests, installing what they need (Chromium, Jupyter) where it may; further arguments go to "
                        + "Maven, e.g. -Dquick skips the analysis."
            })
    static final class Verify {}
}
