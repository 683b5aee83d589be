package io.arrears.serving.http;

import io.javalin.http.Context;

/** Who calls, once the gate let the call through. */
public final class Callers {
    private static final String CALLER = "arrears.caller";

    private Callers() {}

    static void set(Context ctx, Caller caller) {
        ctx.attribute(CALLER, caller);
    }

    /** Name of the caller for logs and records; {@code -} for calls that need none. */
    public static String name(Context ctx) {
        Caller caller = ctx.attribute(CALLER);
        return caller == null ? "-" : caller.name();
    }
}
