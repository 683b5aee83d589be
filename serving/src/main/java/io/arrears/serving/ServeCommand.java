package io.arrears.serving;

import io.arrears.serving.http.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the service until it is told to stop. */
@Command(
        name = "serve",
        description = "Serves the API and the dashboards over what was published last.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped as told", "1:failed", "2:wrong usage or config"})
final class ServeCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final Map<String, String> environment;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Option(names = "--home", paramLabel = "DIR", description = "Home folder (default: ARREARS_HOME, or var).")
    private @Nullable Path home;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to bind (default: ${DEFAULT-VALUE}).")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port (default: ${DEFAULT-VALUE}; 0: any free one).")
    private int port = 8080;

    @Option(names = "--json", description = "Print the address and state as one JSON object.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    ServeCommand(Map<String, String> environment, Clock clock) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            ServingConfig config = ServingConfig.of(new ServingConfig.Flags(home, host, port), environment);
            return serve(config);
        } catch (ConfigException e) {
            err().println(e.getMessage());
            return WRONG_USE;
        }
    }

    private int serve(ServingConfig config) throws InterruptedException {
        Service service;
        try {
            service = Service.start(config, clock);
        } catch (RuntimeException e) {
            err().printf("the service can't start on %s port %d: %s%n", config.host(), config.port(), rootOf(e));
            return FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            stopped.countDown();
        }));
        announce(config, service);
        stopped.await();
        return 0;
    }

    private void announce(ServingConfig config, Service service) {
        String shown = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        String address = "http://%s:%d".formatted(shown, service.port());
        String run = service.mart().currentRun().map(current -> current.runId()).orElse(null);
        PrintWriter out = out();
        if (json) {
            Map<String, Object> summary = new LinkedHashMap<>();
            summary.put("address", address);
            summary.put("authentication", config.hasKeys() ? "api_keys" : "local_admin");
            summary.put("run_id", run == null ? "" : run);
            out.println(Json.text(summary));
        } else {
            out.println("Arrears serves on " + address + "  (API documentation: " + address + "/docs)");
            out.println(
                    run == null
                            ? "Nothing is published yet: run './arrears run …' or './arrears demo'."
                            : "Run " + run);
        }
        out.flush();
        if (!config.hasKeys()) {
            err().printf(
                            "WARNING: no API keys are configured. Everybody on this machine may read and change everything"
                                    + " (role admin). Set %s before others log in here.%n",
                            ServingConfig.KEYS_FILE);
            err().flush();
        }
    }

    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() + " (choose another --port, or stop what uses it)";
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("the command was not started by picocli");
        }
        return spec;
    }
}
