package io.arrears.pipeline.verb;

/** Options or configuration that cannot work; the message names the value and the fix. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String message) {
        super(message);
    }

    WrongUsage(String message, Throwable cause) {
        super(message, cause);
    }
}
