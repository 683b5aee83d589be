package io.arrears.model.scoring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A trained tree ensemble: the sum of one leaf per tree and a base margin. Needs no native library. Scores one row or
 * many, with the same bits either way; trees too deep or uneven for {@link CompleteTrees} are walked node by node.
 * Immutable and thread-safe; a row costs no allocation once a thread has its workspace.
 */
public final class FlatEnsemble {
    /** One tail without values. */
    private static final float[][] NO_TAIL = new float[1][0];

    private final double baseMargin;
    private final FlatTrees trees;
    private final int maxFeature;
    private final SplitPoints points;
    private final @Nullable CompleteTrees complete;

    private FlatEnsemble(double baseMargin, FlatTrees trees) {
        this.baseMargin = baseMargin;
        this.trees = trees;
        this.maxFeature = trees.maxFeature();
        this.points = SplitPoints.of(trees);
        this.complete = CompleteTrees.find(trees, points).orElse(null);
    }

    public static FlatEnsemble of(double baseMargin, List<TreeNode> trees) {
        return new FlatEnsemble(baseMargin, FlatTrees.of(trees));
    }

    /** The same margin for every row. */
    public static FlatEnsemble constant(double margin) {
        return of(margin, List.of());
    }

    /** The margin of a row: one value per feature of the schema, NaN where missing. */
    public double margin(float[] row) {
        return complete == null ? walk(row) : complete.margin(baseMargin, row);
    }

    /**
     * The margins of rows that stand one after the other, bit for bit those of {@link #margin}.
     *
     * @param width values per row
     * @param margins one per row is written, from the first on
     */
    public void margins(float[] rows, int width, double[] margins) {
        margins(rows, width, NO_TAIL, margins);
    }

    /**
     * The margins of rows that stand one after the other, each with each of some tails behind it: what the rows ask alike is
     * asked once.
     *
     * @param width values per row, without its tail
     * @param tails as many values each as a row lacks
     * @param margins one per row and tail is written, those of a row together, from the first on
     */
    public void margins(float[] rows, int width, float[][] tails, double[] margins) {
        int whole = width + shortest(tails);
        if (whole <= maxFeature || rows.length % width != 0 || margins.length < rows.length / width * tails.length) {
            throw new IllegalArgumentException(
                    "%d values, %d per row, %d with its tail, do not fit %d margins of trees that read feature %d: pass whole rows"
                            .formatted(rows.length, width, whole, margins.length, maxFeature));
        }
        if (complete != null) {
            complete.margins(baseMargin, rows, width, tails, margins);
            return;
        }
        for (int i = 0; i < rows.length / width; i++) {
            for (int tail = 0; tail < tails.length; tail++) {
                float[] row =
                        Arrays.copyOf(Arrays.copyOfRange(rows, i * width, (i + 1) * width), width + tails[tail].length);
                System.arraycopy(tails[tail], 0, row, width, tails[tail].length);
                margins[i * tails.length + tail] = walk(row);
            }
        }
    }

    private static int shortest(float[][] tails) {
        int length = Integer.MAX_VALUE;
        for (float[] tail : tails) {
            length = Math.min(length, tail.length);
        }
        return tails.length == 0 ? 0 : length;
    }

    /** What each further tree makes of the row's margin: the margin after 0, 1, … all trees. */
    public double[] stagedMargins(float[] row) {
        double[] sums = new double[trees.count() + 1];
        sums[0] = baseMargin;
        for (int tree = 0; tree < trees.count(); tree++) {
            sums[tree + 1] = sums[tree] + trees.walk(tree, row);
        }
        return sums;
    }

    /** The margin node by node: the slow twin of the others. */
    double walk(float[] row) {
        double sum = baseMargin;
        for (int tree = 0; tree < trees.count(); tree++) {
            sum += trees.walk(tree, row);
        }
        return sum;
    }

    public double baseMargin() {
        return baseMargin;
    }

    public int treeCount() {
        return trees.count();
    }

    FlatTrees trees() {
        return trees;
    }

    SplitPoints points() {
        return points;
    }

    /** The highest feature index in use; -1 when there is none. */
    int maxFeature() {
        return maxFeature;
    }

    /** All of it as one word, for files of text; {@link #fromText} reads it. */
    public String toText() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** @throws IllegalArgumentException when {@code text} is not what {@link #toText} wrote */
    public static FlatEnsemble fromText(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            FlatEnsemble read = read(in);
            if (in.available() > 0) {
                throw new IllegalArgumentException(
                        "trees are followed by %d more bytes: write them anew".formatted(in.available()));
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "trees are cut short after %d bytes: write them anew".formatted(bytes.length), e);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(baseMargin);
        trees.write(out);
    }

    static FlatEnsemble read(DataInput in) throws IOException {
        return new FlatEnsemble(in.readDouble(), FlatTrees.read(in));
    }
}
