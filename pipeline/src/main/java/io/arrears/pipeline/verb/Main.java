package io.arrears.pipeline.verb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.arrears.model.policy.PolicyException;
import io.arrears.pipeline.ingest.InputRejected;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Runs one verb. Exit codes: 0 done, 1 failed or refused, 2 wrong usage or configuration, 3 input rejected. */
public final class Main {
    /** Set by the launcher when standard error is a terminal. */
    private static final String TERMINAL = "arrears.terminal";

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int INPUT_REJECTED = 3;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .findAndRegisterModules();

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs a verb within this process and answers its exit code. */
    public static int execute(String... arguments) {
        return new CommandLine(new Arrears())
                .setExecutionStrategy(Main::run)
                .setExecutionExceptionHandler(Main::report)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static int run(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        ParseResult leaf = parsed;
        while (leaf.hasSubcommand()) {
            leaf = leaf.subcommand();
        }
        CommandLine command = leaf.commandSpec().commandLine();
        if (!(command.getCommand() instanceof Verb verb)) {
            command.usage(command.getErr());
            return WRONG_USAGE;
        }
        try {
            Progress progress = new Progress(System.err, Boolean.getBoolean(TERMINAL) && !verb.json());
            return print(verb.run(progress), verb.json(), command.getOut());
        } catch (Exception e) {
            throw new CommandLine.ExecutionException(command, String.valueOf(e.getMessage()), e);
        }
    }

    private static int print(Result result, boolean json, PrintWriter out) throws JsonProcessingException {
        if (json) {
            out.println(JSON.writeValueAsString(result.fields()));
        } else {
            result.lines().forEach(out::println);
        }
        out.flush();
        return result.exitCode();
    }

    private static int report(Exception failure, CommandLine command, ParseResult parsed) {
        Throwable cause = failure;
        while (cause instanceof CommandLine.ExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        PrintWriter err = command.getErr();
        err.println("arrears %s: %s".formatted(command.getCommandName(), message(cause)));
        if (System.getenv("ARREARS_TRACE") != null) {
            cause.printStackTrace(err);
        }
        err.flush();
        if (cause instanceof InputRejected) {
            return INPUT_REJECTED;
        }
        return cause instanceof WrongUsage || cause instanceof PolicyException ? WRONG_USAGE : FAILED;
    }

    /** A message that says something: that of the first cause which has one. */
    private static String message(Throwable failure) {
        Throwable cause = failure;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null
                ? cause.getClass().getSimpleName() + " (set ARREARS_TRACE=1 to see where)"
                : cause.getMessage();
    }
}
