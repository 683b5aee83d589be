package io.arrears.model.scoring;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every comparison an ensemble makes, once: per feature its thresholds in order. A value's rank is the number of
 * thresholds it reaches, so {@code value < threshold} is {@code rank < place of the threshold}: one search per value
 * instead of one float comparison per node. Floats are searched as integers of the same order, which needs no branch.
 */
final class SplitPoints {
    /** The rank of a missing value where it goes right. */
    private static final int NEVER_BELOW = Integer.MAX_VALUE;

    private static final int INFINITY_BITS = 0x7F80_0000;
    private static final int MAGNITUDE = Integer.MAX_VALUE;
    /** Above the key of infinity, below what fills up the keys. */
    private static final int ABOVE_ALL = Integer.MAX_VALUE - 1;

    /** Schema index of each feature in use, ascending. */
    private final int[] features;
    /** Where the thresholds of each start among the keys; their room is a power of two above their number. */
    private final int[] starts;

    private final int[] counts;
    private final int[] keys;

    private SplitPoints(int used, int size) {
        this.features = new int[used];
        this.starts = new int[used + 1];
        this.counts = new int[used];
        this.keys = new int[size];
        Arrays.fill(keys, Integer.MAX_VALUE);
    }

    static SplitPoints of(FlatTrees trees) {
        Map<Integer, SortedSet<Integer>> found = new TreeMap<>();
        for (int node = 0; node < trees.nodeCount(); node++) {
            if (!trees.isLeaf(node)) {
                found.computeIfAbsent(trees.feature(node), feature -> new TreeSet<>())
                        .add(key(trees.value(node)));
            }
        }
        int size = found.values().stream().mapToInt(keys -> room(keys.size())).sum();
        SplitPoints points = new SplitPoints(found.size(), size);
        int at = 0;
        for (Map.Entry<Integer, SortedSet<Integer>> entry : found.entrySet()) {
            points.features[at] = entry.getKey();
            points.counts[at] = entry.getValue().size();
            points.starts[at + 1] = points.starts[at] + room(points.counts[at]);
            int next = points.starts[at];
            for (int key : entry.getValue()) {
                points.keys[next++] = key;
            }
            at++;
        }
        return points;
    }

    private static int room(int count) {
        return Integer.highestOneBit(count) << 1;
    }

    /** An integer that orders as the float does; both zeros are one. */
    private static int key(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ (bits >> 31 & MAGNITUDE);
    }

    /** All ones when the value is missing, else zero. */
    private static int missing(float value) {
        return INFINITY_BITS - (Float.floatToRawIntBits(value) & MAGNITUDE) >> 31;
    }

    /** Number of columns that {@link #rank} fills. */
    int columns() {
        return 2 * features.length;
    }

    /** Most thresholds of one feature. */
    int mostOfOneFeature() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** The column of {@link #rank} that a split on a feature reads. */
    int column(int feature, boolean missingLeft) {
        return 2 * Arrays.binarySearch(features, feature) + (missingLeft ? 1 : 0);
    }

    /** A row goes left where its rank is below this; from 1. */
    int limit(int feature, float threshold) {
        int used = Arrays.binarySearch(features, feature);
        return keyIndex(used, threshold) - starts[used] + 1;
    }

    /** Number of features in use with a schema index below this. */
    int usedBelow(int feature) {
        int at = Arrays.binarySearch(features, feature);
        return at < 0 ? -at - 1 : at;
    }

    /**
     * The ranks of the row that starts at an offset, two per feature: a missing value is never below a limit in the first and always in the second.
     */
    void rank(float[] rows, int offset, int[] ranks) {
        rank(rows, offset, 0, features.length, ranks);
    }

    /** The same for the features in use from one until before another, counted in their order. */
    void rank(float[] rows, int offset, int from, int until, int[] ranks) {
        for (int at = from; at < until; at++) {
            float value = rows[offset + features[at]];
            int missing = missing(value);
            int rank = search(at, key(value)) & ~missing;
            ranks[2 * at] = rank | NEVER_BELOW & missing;
            ranks[2 * at + 1] = rank;
        }
    }

    private int search(int at, int key) {
        int start = starts[at];
        int found = start;
        for (int half = starts[at + 1] - start >> 1; half > 0; half >>= 1) {
            found += step(found, half, key);
        }
        return found - start;
    }

    /** {@code half} when the key there is not above the one searched, else 0. */
    private int step(int at, int half, int key) {
        return half & ~(int) ((long) key - keys[at + half - 1] >> 63);
    }

    /** Length of a table with a place for each comparison, and behind them one that stays 0. */
    int tableSize() {
        return 2 * keys.length + 1;
    }

    /** The place of a comparison in the table of {@link #compare}. */
    int place(int feature, float threshold, boolean missingLeft) {
        return 2 * keyIndex(Arrays.binarySearch(features, feature), threshold) + (missingLeft ? 1 : 0);
    }

    /** The place of a comparison that is never true. */
    int nowhere() {
        return 2 * keys.length;
    }

    private int keyIndex(int used, float threshold) {
        return Arrays.binarySearch(keys, starts[used], starts[used] + counts[used], key(threshold));
    }

    /**
     * Fills the table for the features in use until before one: at each {@link #place} one bit per row, set where the
     * comparison is true.
     */
    void compare(RowBlock rows, int until, long[] table) {
        for (int at = 0; at < until; at++) {
            long absent = load(rows, features[at]);
            searchAll(at, rows.column);
            tabulate(at, rows, absent, table);
        }
    }

    /** Fills the table for the features in use from one on: all rows have the values that start at an offset. */
    void compareAlike(float[] values, int offset, int from, long[] table) {
        for (int at = from; at < features.length; at++) {
            float value = values[offset + features[at]];
            long missing = missing(value);
            int rank = search(at, key(value));
            for (int i = 0; i < counts[at]; i++) {
                long below = (long) rank - i - 1 >> 63 & ~missing;
                int place = 2 * (starts[at] + i);
                table[place] = below;
                table[place + 1] = below | missing;
            }
        }
    }

    /** The keys of a feature's values; answers which rows miss it. */
    private static long load(RowBlock rows, int feature) {
        long absent = 0;
        int from = rows.first * rows.width + feature;
        for (int row = 0; row < rows.count; row++) {
            float value = rows.values[from + row * rows.width];
            int missing = missing(value);
            rows.column[row] = key(value) & ~missing | ABOVE_ALL & missing;
            absent |= (missing & 1L) << row;
        }
        return absent;
    }

    /** Keys to ranks, four searches side by side. */
    private void searchAll(int at, int[] column) {
        int start = starts[at];
        int top = starts[at + 1] - start >> 1;
        for (int row = 0; row < column.length; row += 4) {
            int a = start;
            int b = start;
            int c = start;
            int d = start;
            int keyA = column[row];
            int keyB = column[row + 1];
            int keyC = column[row + 2];
            int keyD = column[row + 3];
            for (int half = top; half > 0; half >>= 1) {
                a += step(a, half, keyA);
                b += step(b, half, keyB);
                c += step(c, half, keyC);
                d += step(d, half, keyD);
            }
            column[row] = a - start;
            column[row + 1] = b - start;
            column[row + 2] = c - start;
            column[row + 3] = d - start;
        }
    }

    /** A row of rank k is below all thresholds from the k-th on. */
    private void tabulate(int at, RowBlock rows, long absent, long[] table) {
        long[] buckets = rows.buckets;
        for (int row = 0; row < rows.count; row++) {
            buckets[rows.column[row]] |= 1L << row;
        }
        int end = counts[at];
        long below = 0;
        int place = 2 * starts[at];
        for (int i = 0; i < end; i++) {
            below |= buckets[i];
            buckets[i] = 0;
            table[place] = below;
            table[place + 1] = below | absent;
            place += 2;
        }
        buckets[end] = 0;
    }
}
