package io.arrears.model.policy;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in one file, so that its author sees all of it at once. Not thread-safe. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(String path, String value, String limit, String fix) {
        found.add(new Problem(path, value, limit, fix));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * @param file what was read, for the message
     * @throws PolicyException when anything was added
     */
    public void throwIfAny(String file) {
        if (!found.isEmpty()) {
            throw new PolicyException(file, found);
        }
    }
}
