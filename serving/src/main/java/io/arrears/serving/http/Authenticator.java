package io.arrears.serving.http;

import io.javalin.http.Context;
import java.util.Optional;

/** Finds out who calls. The seam for further kinds of proof beside API keys, such as OIDC bearer tokens. */
@FunctionalInterface
public interface Authenticator {
    /**
     * The caller; empty when the request carries no valid proof.
     *
     * @throws ProblemException when the request itself must not be answered
     */
    Optional<Caller> find(Context ctx);
}
