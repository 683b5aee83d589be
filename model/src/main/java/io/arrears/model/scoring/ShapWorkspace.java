package io.arrears.model.scoring;

/** What {@link ShapTree} needs while it explains one row. */
final class ShapWorkspace {
    final int[] ranks;
    /** 1 where the row leaves split i to the right (at 2 i + 1) or left (at 2 i + 2), its feature alone considered. */
    final int[] ways;

    final double[] pull;
    /** What passes on to the left. */
    final double[] share;
    /** The product of what passes on from the root to a split. */
    final double[] above;
    /** The expected value from a split or leaf down. */
    final double[] below;

    final double[] gain;

    /** @param splits of the largest tree */
    ShapWorkspace(int columns, int splits) {
        this.ranks = new int[columns];
        this.ways = new int[2 * splits + 1];
        this.pull = new double[splits];
        this.share = new double[splits];
        this.above = new double[2 * splits + 1];
        this.below = new double[2 * splits + 1];
        this.gain = new double[splits];
        ways[0] = 1;
        above[0] = 1;
    }
}
