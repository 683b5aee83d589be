package io.arrears.model.scoring;

import java.util.Arrays;
import java.util.Optional;

/**
 * The trees of an ensemble filled up to one depth, so that a walk is index arithmetic without a branch: from node
 * {@code i} to {@code 2 i + 1} where the comparison is true, else to {@code 2 i}. Neighbours that ask the same questions
 * are one tree with added leaves; the two trees of a softprob round often are.
 */
final class CompleteTrees {
    /** Walked together, so that their loads overlap. */
    private static final int LOCKSTEP = 8;

    /** From here on a block of rows is cheaper than its rows one by one. */
    private static final int MIN_BLOCK = 16;

    private static final int MAX_LEVELS = 10;
    /** Filling up may not blow an ensemble up beyond this and {@link #MAX_GROWTH}. */
    private static final int FREE_SIZE = 1 << 20;

    private static final long MAX_GROWTH = 8;
    private static final int LOW_HALF = 0xFFFF;

    private final SplitPoints points;
    private final int levels;
    private int count;
    private final int[] places;
    /** Laid out as the places: the column of {@link SplitPoints#rank} in the upper half, the limit in the lower. */
    private final int[] nodes;

    private final double[] leaves;

    private final Spare<int[]> ranks;
    private final Spare<BitSlices> slices;

    private CompleteTrees(SplitPoints points, int levels, int trees) {
        this.points = points;
        this.levels = levels;
        int size = (trees + LOCKSTEP - 1) / LOCKSTEP * LOCKSTEP << levels;
        this.places = new int[size];
        this.nodes = new int[size];
        this.leaves = new double[size];
        this.ranks = new Spare<>(() -> new int[Math.max(1, points.columns())]);
        this.slices = new Spare<>(() -> new BitSlices(this));
        Arrays.fill(places, points.nowhere());
    }

    /** Empty when the trees are too deep, too uneven or too many to be filled up. */
    static Optional<CompleteTrees> find(FlatTrees ensemble, SplitPoints points) {
        int depth = ensemble.depth();
        int levels = depth <= BitSlices.CHUNK_LEVELS ? BitSlices.CHUNK_LEVELS : Math.max(BitSlices.MAX_LEVELS, depth);
        if (levels > MAX_LEVELS || Math.max(points.mostOfOneFeature() + 1, points.columns()) > LOW_HALF) {
            return Optional.empty();
        }
        if ((long) ensemble.count() << levels > Math.max(FREE_SIZE, MAX_GROWTH * ensemble.nodeCount())) {
            return Optional.empty();
        }
        CompleteTrees trees = new CompleteTrees(points, levels, ensemble.count());
        for (int tree = 0; tree < ensemble.count(); tree++) {
            trees.append(ensemble, ensemble.root(tree));
        }
        return Optional.of(trees);
    }

    private void append(FlatTrees ensemble, int root) {
        int base = count << levels;
        fill(ensemble, root, base, 1);
        int before = base - (1 << levels);
        if (count > 0 && Arrays.equals(places, before, base, places, base, base + (1 << levels))) {
            for (int i = 0; i < 1 << levels; i++) {
                leaves[before + i] += leaves[base + i];
                places[base + i] = points.nowhere();
                nodes[base + i] = 0;
                leaves[base + i] = 0;
            }
        } else {
            count++;
        }
    }

    private void fill(FlatTrees ensemble, int node, int base, int at) {
        if (at >= 1 << levels) {
            leaves[base + at - (1 << levels)] = ensemble.value(node);
        } else if (ensemble.isLeaf(node)) {
            fill(ensemble, node, base, 2 * at);
            fill(ensemble, node, base, 2 * at + 1);
        } else {
            int feature = ensemble.feature(node);
            places[base + at] = points.place(feature, ensemble.value(node), ensemble.missingLeft(node));
            nodes[base + at] = points.column(feature, ensemble.missingLeft(node)) << 16
                    | points.limit(feature, ensemble.value(node));
            fill(ensemble, ensemble.right(node), base, 2 * at);
            fill(ensemble, node + 1, base, 2 * at + 1);
        }
    }

    SplitPoints points() {
        return points;
    }

    int levels() {
        return levels;
    }

    int count() {
        return count;
    }

    /** Per tree 2^levels places: of node i, from 1, its place in the table of {@link SplitPoints#compare}. */
    int[] places() {
        return places;
    }

    /** Per tree 2^levels leaves, in order of the answers on the way, the first answer the highest bit. */
    double[] leaves() {
        return leaves;
    }

    /** The base and a row's leaves, added in the order of the trees. */
    double margin(double base, float[] row) {
        int[] workspace = ranks.take();
        points.rank(row, 0, workspace);
        double margin = walk(base, workspace);
        ranks.giveBack(workspace);
        return margin;
    }

    /**
     * The same for rows one after the other, with each of the tails behind them: in blocks as far as they are worth one,
     * then row by row.
     */
    void margins(double base, float[] rows, int width, float[][] tails, double[] out) {
        int done = levels <= BitSlices.MAX_LEVELS ? marginsOfBlocks(base, rows, width, tails, out) : 0;
        int shared = points.usedBelow(width);
        int[] workspace = ranks.take();
        for (int row = done; row < rows.length / width; row++) {
            points.rank(rows, row * width, 0, shared, workspace);
            for (int tail = 0; tail < tails.length; tail++) {
                points.rank(tails[tail], -width, shared, points.columns() / 2, workspace);
                out[row * tails.length + tail] = walk(base, workspace);
            }
        }
        ranks.giveBack(workspace);
    }

    private int marginsOfBlocks(double base, float[] rows, int width, float[][] tails, double[] out) {
        int end = rows.length / width;
        int first = 0;
        BitSlices workspace = slices.take();
        while (end - first >= MIN_BLOCK) {
            int size = Math.min(RowBlock.ROWS, end - first);
            workspace.margins(base, rows, width, tails, first, size, out);
            first += size;
        }
        slices.giveBack(workspace);
        return first;
    }

    private double walk(double base, int[] row) {
        double sum = base;
        int size = 1 << levels;
        for (int at = 0; at < count << levels; at += LOCKSTEP << levels) {
            int a = 1;
            int b = 1;
            int c = 1;
            int d = 1;
            int e = 1;
            int f = 1;
            int g = 1;
            int h = 1;
            for (int level = 0; level < levels; level++) {
                a = next(at, a, row);
                b = next(at + size, b, row);
                c = next(at + 2 * size, c, row);
                d = next(at + 3 * size, d, row);
                e = next(at + 4 * size, e, row);
                f = next(at + 5 * size, f, row);
                g = next(at + 6 * size, g, row);
                h = next(at + 7 * size, h, row);
            }
            sum += leaves[at + a - size];
            sum += leaves[at + b];
            sum += leaves[at + size + c];
            sum += leaves[at + 2 * size + d];
            sum += leaves[at + 3 * size + e];
            sum += leaves[at + 4 * size + f];
            sum += leaves[at + 5 * size + g];
            sum += leaves[at + 6 * size + h];
        }
        return sum;
    }

    private int next(int base, int node, int[] row) {
        int split = nodes[base + node];
        return 2 * node + (row[split >>> 16] - (split & LOW_HALF) >>> 31);
    }
}
