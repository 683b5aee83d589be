package io.arrears.serving.http;

import io.javalin.http.Context;
import java.util.Set;

/** Lets a call through or ends it: proof of who calls, the role's right, and no calls from other sites' pages. */
final class Gate {
    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private final Authenticator authenticator;

    Gate(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /**
     * Checks a call of a route.
     *
     * @throws ProblemException unauthenticated, forbidden or foreign_origin
     */
    void check(Context ctx, Route route) {
        if (route.access().isOpenToAll()) {
            return;
        }
        if (route.method() != Method.GET && isForeign(ctx)) {
            throw new ProblemException(ProblemCode.FOREIGN_ORIGIN, "call it from this service's own pages or a client");
        }
        Caller caller = authenticator
                .find(ctx)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNAUTHENTICATED,
                        "send a valid key as 'Authorization: Bearer KEY' or 'X-Api-Key: KEY'"));
        Callers.set(ctx, caller);
        if (!route.access().admits(caller.role())) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN,
                    "role %s may not call this: use a key of one of %s"
                            .formatted(
                                    caller.role().code(),
                                    route.access().roles().stream()
                                            .map(Role::code)
                                            .toList()));
        }
    }

    /** Whether another site's page sent it: as the browser says, or, where it does not, by the page's address. */
    private static boolean isForeign(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        return site != null ? FOREIGN.contains(site) : origin != null && !origin.endsWith("://" + ctx.header("Host"));
    }
}
