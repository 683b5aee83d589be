package io.arrears.model.scoring;

import java.util.Arrays;

/**
 * Scores 64 rows at a time, one bit of a long per row. Each comparison of the ensemble is made once per block; a tree
 * then needs no walk: logic on whole longs gives, level by level, which way all 64 rows turn, and the turns of a row,
 * read as a number, are its leaf. Plain Java, no branch depends on data. Holds the workspace of one thread.
 */
final class BitSlices {
    /** Depth of a tree that is one chunk of seven nodes. */
    static final int CHUNK_LEVELS = 3;
    /** Depth of a tree with a chunk below each way out of the first. */
    static final int MAX_LEVELS = 6;

    private static final int CHUNKS = 1 << CHUNK_LEVELS;

    private final SplitPoints points;
    private final CompleteTrees trees;
    private final int[] places;
    private final double[] leaves;
    private final long[] table;
    private final RowBlock block;
    /** Bit k of each row's leaf; after {@link #transpose} byte j of word i is the leaf of row 8 j + i. */
    private final long[] turns = new long[8];
    /** The rows that leave the first chunk by each way. */
    private final long[] ways = new long[CHUNKS];
    /** In the order of the transposed words. */
    private final double[] sums = new double[RowBlock.ROWS];

    BitSlices(CompleteTrees trees) {
        this.trees = trees;
        this.points = trees.points();
        this.places = trees.places();
        this.leaves = trees.leaves();
        this.table = new long[points.tableSize()];
        this.block = new RowBlock(points.mostOfOneFeature() + 1);
    }

    /**
     * The margins of {@code count} rows, at most 64, of {@code rows} from the one with index {@code first}, with each of
     * the tails behind them.
     */
    void margins(double base, float[] rows, int width, float[][] tails, int first, int count, double[] out) {
        block.values = rows;
        block.width = width;
        block.first = first;
        block.count = count;
        int shared = points.usedBelow(width);
        points.compare(block, shared, table);
        for (int tail = 0; tail < tails.length; tail++) {
            points.compareAlike(tails[tail], -width, shared, table);
            sum(base);
            for (int row = 0; row < count; row++) {
                out[(first + row) * tails.length + tail] = sums[(row & 7) << 3 | row >> 3];
            }
        }
    }

    private void sum(double base) {
        Arrays.fill(sums, base);
        boolean deep = trees.levels() == MAX_LEVELS;
        int size = 1 << trees.levels();
        for (int tree = 0; tree < trees.count() * size; tree += size) {
            turn(tree, deep);
            transpose();
            addLeaves(tree, size - 1);
        }
    }

    private void turn(int tree, boolean deep) {
        long first = at(tree + 1);
        long second = choose(first, at(tree + 3), at(tree + 2));
        long third =
                choose(first, choose(second, at(tree + 7), at(tree + 6)), choose(second, at(tree + 5), at(tree + 4)));
        if (deep) {
            ways(first, second, third);
            turnBelow(tree);
        }
        int top = deep ? MAX_LEVELS : CHUNK_LEVELS;
        turns[top - 1] = first;
        turns[top - 2] = second;
        turns[top - 3] = third;
    }

    private void ways(long first, long second, long third) {
        long yes = first & second;
        long no = first & ~second;
        ways[7] = yes & third;
        ways[6] = yes & ~third;
        ways[5] = no & third;
        ways[4] = no & ~third;
        yes = ~first & second;
        no = ~(first | second);
        ways[3] = yes & third;
        ways[2] = yes & ~third;
        ways[1] = no & third;
        ways[0] = no & ~third;
    }

    /** The eight chunks below, each for the rows that come its way. */
    private void turnBelow(int tree) {
        long fourth = 0;
        long fifth = 0;
        long sixth = 0;
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            long rows = ways[chunk];
            int node = CHUNKS + chunk;
            int two = tree + 2 * node;
            int four = tree + 4 * node;
            long a = at(tree + node);
            long b = choose(a, at(two + 1), at(two));
            long c = choose(a, choose(b, at(four + 3), at(four + 2)), choose(b, at(four + 1), at(four)));
            fourth |= rows & a;
            fifth |= rows & b;
            sixth |= rows & c;
        }
        turns[2] = fourth;
        turns[1] = fifth;
        turns[0] = sixth;
    }

    private long at(int node) {
        return table[places[node]];
    }

    private static long choose(long where, long yes, long no) {
        return no ^ where & (yes ^ no);
    }

    /** Turns each 8 by 8 square of bits (a byte of each word) over its diagonal. */
    private void transpose() {
        for (int distance = 1; distance < 8; distance <<= 1) {
            long mask = distance == 1
                    ? 0x5555_5555_5555_5555L
                    : distance == 2 ? 0x3333_3333_3333_3333L : 0x0F0F_0F0F_0F0F_0F0FL;
            for (int i = 0; i < 8; i++) {
                if ((i & distance) == 0) {
                    long low = turns[i];
                    long high = turns[i + distance];
                    long swap = (low >>> distance ^ high) & mask;
                    turns[i + distance] = high ^ swap;
                    turns[i] = low ^ swap << distance;
                }
            }
        }
    }

    private void addLeaves(int tree, int last) {
        for (int i = 0; i < 8; i++) {
            long word = turns[i];
            int at = 8 * i;
            sums[at] += leaves[tree + ((int) word & last)];
            sums[at + 1] += leaves[tree + ((int) (word >>> 8) & last)];
            sums[at + 2] += leaves[tree + ((int) (word >>> 16) & last)];
            sums[at + 3] += leaves[tree + ((int) (word >>> 24) & last)];
            sums[at + 4] += leaves[tree + ((int) (word >>> 32) & last)];
            sums[at + 5] += leaves[tree + ((int) (word >>> 40) & last)];
            sums[at + 6] += leaves[tree + ((int) (word >>> 48) & last)];
            sums[at + 7] += leaves[tree + ((int) (word >>> 56) & last)];
        }
    }
}
