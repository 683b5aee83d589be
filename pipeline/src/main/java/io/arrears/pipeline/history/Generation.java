package io.arrears.pipeline.history;

import java.util.ArrayList;
import java.util.List;

/** The drops in force, in the order they came: {@code generations/<number>.json}. Immutable once written. */
record Generation(int number, int layout, List<DropRef> drops) {
    /** Raised when readers of the old layout can't read the new one. */
    static final int LAYOUT = 1;

    static final Generation EMPTY = new Generation(0, LAYOUT, List.of());

    /** A drop and the SHA-256 of its {@code drop.json}, which holds the digest of its facts. */
    record DropRef(String dropId, String sha256) {}

    Generation {
        drops = List.copyOf(drops);
        if (layout != LAYOUT) {
            throw new IllegalStateException(
                    "the history has layout %d, this version reads %d: use the version that wrote it, or ingest anew"
                            .formatted(layout, LAYOUT));
        }
    }

    boolean holds(String dropId) {
        return drops.stream().anyMatch(drop -> drop.dropId().equals(dropId));
    }

    Generation plus(DropRef drop) {
        List<DropRef> all = new ArrayList<>(drops);
        all.add(drop);
        return new Generation(number + 1, LAYOUT, all);
    }
}
