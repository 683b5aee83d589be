package io.arrears.serving.intake;

import io.arrears.serving.http.FieldError;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a request, up to a bound, so that one answer names everything. */
public final class FieldErrors {
    private static final int MAX = 100;

    private final List<FieldError> errors = new ArrayList<>();
    private int count;

    /** @param path from the body's root, e.g. {@code payments[2].amount} */
    public void add(String path, String message) {
        count++;
        if (errors.size() < MAX) {
            errors.add(new FieldError(path, message));
        }
    }

    int count() {
        return count;
    }

    /**
     * Ends the request when anything is wrong.
     *
     * @throws ProblemException invalid_input with the first 100 errors
     */
    public void check() {
        if (count > 0) {
            String detail = count == 1 ? "1 field is not valid" : count + " fields are not valid";
            throw new ProblemException(ProblemCode.INVALID_INPUT, detail + ": see errors", errors);
        }
    }
}
