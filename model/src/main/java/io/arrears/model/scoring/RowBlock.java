package io.arrears.model.scoring;

/** Up to 64 neighbouring rows of a table, and the room to rank one column of them. */
final class RowBlock {
    static final int ROWS = 64;

    /** The table, row after row. */
    float[] values = {};

    int width;
    /** The row of the table that is the block's first. */
    int first;

    int count;

    /** Keys, then ranks, of one column; what stands behind {@code count} has no meaning. */
    final int[] column = new int[ROWS];
    /** The rows of each rank; zeros between uses. */
    final long[] buckets;

    RowBlock(int ranks) {
        this.buckets = new long[ranks];
    }
}
