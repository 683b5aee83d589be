package io.arrears.serving.http;

import io.javalin.http.Context;
import java.io.IOException;

/** Reads request bodies, however they are sent, up to the limit of the service. */
public final class Body {
    /** Largest body accepted, in bytes. */
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private Body() {}

    /**
     * The whole body.
     *
     * @throws ProblemException too_large when it is beyond {@link #MAX_BYTES}
     * @throws IOException when the client breaks off
     */
    public static byte[] read(Context ctx) throws IOException {
        if (ctx.req().getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        byte[] body = ctx.bodyInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw tooLarge();
        }
        return body;
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                ProblemCode.TOO_LARGE,
                "the body is beyond the limit of %d bytes: send it in smaller parts".formatted(MAX_BYTES));
    }
}
