package io.arrears.serving.mart;

/** No run was published yet under the home folder. Pages show their empty state, calls answer 503. */
public final class NothingPublishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NothingPublishedException() {
        super("nothing is published yet: run './arrears run --source DIR --as-of DATE' (or './arrears demo')");
    }
}
