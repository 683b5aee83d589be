package io.arrears.serving;

import io.arrears.model.mart.Home;
import io.arrears.serving.http.ApiKeys;
import io.arrears.serving.http.Authenticator;
import io.arrears.serving.http.LocalAuthenticator;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the service runs, from flags and environment.
 *
 * @param port 0 takes any free one
 * @param hasKeys false: everybody on this machine is admin
 */
record ServingConfig(Home home, String host, int port, boolean hasKeys, Authenticator authenticator) {
    static final String KEYS_FILE = "ARREARS_API_KEYS_FILE";
    static final String HOME = "ARREARS_HOME";
    private static final int MAX_PORT = 65_535;

    /** What the command line says; null where it says nothing. */
    record Flags(@Nullable Path home, String host, int port) {}

    /**
     * @throws ConfigException naming everything that is wrong
     */
    static ServingConfig of(Flags flags, Map<String, String> environment) {
        List<String> errors = new ArrayList<>();
        if (flags.port() < 0 || flags.port() > MAX_PORT) {
            errors.add("--port %d: choose 0 to %d".formatted(flags.port(), MAX_PORT));
        }
        Path home = flags.home() == null ? Path.of(environment.getOrDefault(HOME, "var")) : flags.home();
        if (Files.exists(home) && !Files.isDirectory(home)) {
            errors.add("--home %s is a file: name a folder".formatted(home));
        }
        String keysFile = environment.get(KEYS_FILE);
        Authenticator authenticator =
                keysFile == null ? new LocalAuthenticator() : ApiKeys.read(Path.of(keysFile), errors);
        checkHost(flags.host(), keysFile != null, errors);
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
        return new ServingConfig(new Home(home), flags.host(), flags.port(), keysFile != null, authenticator);
    }

    private static void checkHost(String host, boolean hasKeys, List<String> errors) {
        try {
            if (!hasKeys && !InetAddress.getByName(host).isLoopbackAddress()) {
                errors.add(("--host %s can be reached from other machines and no API keys are configured: set %s to a"
                                + " file of lines 'role:sha256hex', or bind 127.0.0.1")
                        .formatted(host, KEYS_FILE));
            }
        } catch (UnknownHostException e) {
            errors.add("--host %s is unknown here: name an address of this machine".formatted(host));
        }
    }
}
