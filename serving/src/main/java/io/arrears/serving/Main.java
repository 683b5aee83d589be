package io.arrears.serving;

import java.time.Clock;
import picocli.CommandLine;

/** Entry point: {@code serve} with its flags. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int exit = commandLine(new ServeCommand(System.getenv(), Clock.systemUTC()))
                .execute(args);
        System.exit(exit);
    }

    static CommandLine commandLine(ServeCommand serve) {
        return new CommandLine(new ArrearsCommand())
                .addSubcommand(serve)
                .setExecutionStrategy(new CommandLine.RunLast());
    }

    @CommandLine.Command(
            name = "arrears",
            description = "Serves the API and the dashboards.",
            mixinStandardHelpOptions = true)
    private static final class ArrearsCommand {}
}
