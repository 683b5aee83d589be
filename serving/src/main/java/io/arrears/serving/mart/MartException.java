package io.arrears.serving.mart;

/** The mart can't answer: damaged, of another version, or overloaded. The message names the fix. */
public final class MartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MartException(String message) {
        super(message);
    }

    MartException(String message, Throwable cause) {
        super(message, cause);
    }
}
