package io.arrears.pipeline.history;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The drops in force, in the order they came: {@code generations/<number>.json}. Immutable once written.
 *
 * @param buckets number of buckets accounts are spread over, the same in every generation of a lake
 * @param compaction where the facts of the first drops have been merged; absent before the first compaction
 */
record Generation(
        int number,
        int layout,
        int buckets,
        List<DropRef> drops,
        @Nullable CompactionRef compaction) {
    /** Raised when readers of the old layout can't read the new one. */
    static final int LAYOUT = 2;

    /** Without a number of buckets, which was 16, and without compactions. */
    private static final int FIRST_LAYOUT = 1;

    static final Generation EMPTY = new Generation(0, LAYOUT, HistoryLake.BUCKETS, List.of(), null);

    /** A drop and the SHA-256 of its {@code drop.json}, which holds the digest of its facts. */
    record DropRef(String dropId, String sha256) {}

    /**
     * The merged facts of the first drops.
     *
     * @param number the generation they came into force with, and their folder's name
     * @param drops how many drops they hold
     * @param sha256 of their {@code facts.json}, which holds the digest of the files
     */
    record CompactionRef(int number, int drops, String sha256) {}

    Generation {
        drops = List.copyOf(drops);
        if (layout < FIRST_LAYOUT || layout > LAYOUT) {
            throw new IllegalStateException(
                    "the history has layout %d, this version reads %d to %d: use the version that wrote it, or ingest anew"
                            .formatted(layout, FIRST_LAYOUT, LAYOUT));
        }
        if (layout == FIRST_LAYOUT) {
            buckets = HistoryLake.BUCKETS;
        }
    }

    boolean holds(String dropId) {
        return drops.stream().anyMatch(drop -> drop.dropId().equals(dropId));
    }

    Generation plus(DropRef drop) {
        List<DropRef> all = new ArrayList<>(drops);
        all.add(drop);
        return new Generation(number + 1, LAYOUT, buckets, all, compaction);
    }

    /** The next generation: the same drops, their facts merged. */
    Generation compacted(String sha256) {
        CompactionRef merged = new CompactionRef(number + 1, drops.size(), sha256);
        return new Generation(number + 1, LAYOUT, buckets, drops, merged);
    }

    /**
     * The same before anything was ingested, for another number of buckets.
     *
     * @throws IllegalArgumentException when the lake was made with another number
     */
    Generation withBuckets(int wanted) {
        if (wanted == buckets) {
            return this;
        }
        if (number > 0) {
            throw new IllegalArgumentException(
                    "buckets is %d, but the history was made with %d: leave the option out, or ingest into a new home"
                            .formatted(wanted, buckets));
        }
        return new Generation(number, layout, wanted, drops, compaction);
    }
}
