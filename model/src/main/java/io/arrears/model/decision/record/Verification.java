package io.arrears.model.decision.record;

import org.jspecify.annotations.Nullable;

/**
 * Whether a record file is whole.
 *
 * @param records sound records before the first bad one
 * @param badLine number of the first line that doesn't fit the chain, counted from 1; absent when all fit
 * @param problem what is wrong with it
 */
public record Verification(
        long records, @Nullable Long badLine, @Nullable String problem) {
    public boolean isWhole() {
        return badLine == null;
    }
}
