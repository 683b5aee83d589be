package io.arrears.pipeline.ingest;

import io.arrears.model.account.FactTable;

/**
 * Where a row comes from, packed into a long that sorts rows as the rules need them: table, feed, line, part.
 *
 * @param feed index of the feed in the drop
 * @param part which of the rows that one source row makes, when a mapping makes several
 */
record Origin(FactTable table, int feed, long line, int part) {
    static final int MAX_FEEDS = 1 << 11;
    static final int MAX_PARTS = 1 << 8;

    private static final int PART_BITS = 8;
    private static final int LINE_BITS = 40;
    private static final int FEED_BITS = 11;

    long pack() {
        long packed = table.ordinal();
        packed = (packed << FEED_BITS) | feed;
        packed = (packed << LINE_BITS) | line;
        return (packed << PART_BITS) | part;
    }

    static Origin unpack(long packed) {
        int part = (int) (packed & (MAX_PARTS - 1));
        long line = (packed >>> PART_BITS) & ((1L << LINE_BITS) - 1);
        int feed = (int) (packed >>> (PART_BITS + LINE_BITS)) & (MAX_FEEDS - 1);
        int table = (int) (packed >>> (PART_BITS + LINE_BITS + FEED_BITS));
        return new Origin(FactTable.values()[table], feed, line, part);
    }
}
