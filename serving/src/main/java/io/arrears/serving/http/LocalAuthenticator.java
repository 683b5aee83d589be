package io.arrears.serving.http;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/**
 * Without configured keys, on loopback: everybody on this machine is admin. The Host header must name loopback, so that
 * a web page can't reach the service under a name of its own.
 */
public final class LocalAuthenticator implements Authenticator {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Caller LOCAL = new Caller(Role.ADMIN, "local");

    @Override
    public Optional<Caller> find(Context ctx) {
        String host = String.valueOf(ctx.host()).replaceFirst(":[0-9]+$", "");
        if (!HOSTS.contains(host)) {
            throw new ProblemException(
                    ProblemCode.FOREIGN_ORIGIN, "without API keys the service answers to localhost and 127.0.0.1 only");
        }
        return Optional.of(LOCAL);
    }
}
