package io.arrears.model.training.learner;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The readable twin: a scorecard. Every feature is cut into bins, missing being one, and logistic regression gives each
 * bin its points. A penalty draws the points of neighbouring bins together and all points to 0, so that a bin needs
 * evidence to differ. Fitted by Newton steps on the loss, each solved feature by feature. Deterministic.
 */
public final class ScorecardLearner {
    private static final int BINS = 16;
    private static final int NEWTON_STEPS = 12;
    private static final int SWEEPS = 6;
    private static final double ENOUGH = 1e-4;

    private final Examples examples;
    private final List<Bins> bins;
    /** Bin of each row, per feature. */
    private final byte[][] binOf;

    private final double[][] points;
    private final double[] margins;
    private double base;

    /**
     * How much evidence it takes to move points, in units of p(1-p) summed over rows.
     *
     * @param smoothing against differences between neighbouring bins
     * @param shrinkage against points other than 0
     */
    public record Penalty(double smoothing, double shrinkage) {
        /** Where nothing chooses. */
        public static final Penalty STANDARD = new Penalty(20, 5);
    }

    private ScorecardLearner(Examples examples) {
        this.examples = examples;
        Matrix rows = examples.rows();
        this.bins = IntStream.range(0, rows.width())
                .mapToObj(column -> Bins.of(rows, column, BINS))
                .toList();
        this.binOf = new byte[rows.width()][rows.rows()];
        this.points = new double[rows.width()][];
        for (int c = 0; c < points.length; c++) {
            points[c] = new double[bins.get(c).count()];
            for (int i = 0; i < rows.rows(); i++) {
                binOf[c][i] = (byte) bins.get(c).bin(rows.get(i, c));
            }
        }
        this.margins = new double[rows.rows()];
    }

    /** Labels are 0 and 1, both present. */
    public static Scorecard fit(Examples examples, Penalty penalty) {
        return new ScorecardLearner(examples).fit(penalty);
    }

    private Scorecard fit(Penalty penalty) {
        base = Math.log(examples.mean() / (1 - examples.mean()));
        Arrays.fill(margins, base);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            if (newtonStep(penalty) < ENOUGH) {
                break;
            }
        }
        double[][] rowsInBin = new double[points.length][];
        for (int c = 0; c < points.length; c++) {
            rowsInBin[c] = new double[points[c].length];
            for (byte bin : binOf[c]) {
                rowsInBin[c][bin]++;
            }
        }
        return new Scorecard(bins, points, rowsInBin, base);
    }

    /** Answers how far the points moved at most. */
    private double newtonStep(Penalty penalty) {
        int n = margins.length;
        double[] curvature = new double[n];
        double[] residual = new double[n];
        for (int i = 0; i < n; i++) {
            double p = 1 / (1 + StrictMath.exp(-margins[i]));
            curvature[i] = Math.max(1e-6, p * (1 - p)) * examples.weights()[i];
            residual[i] = (examples.labels()[i] - p) * examples.weights()[i];
        }
        double[] before = residual.clone();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            moveBase(curvature, residual);
            for (int c = 0; c < points.length; c++) {
                moveFeature(c, curvature, residual, penalty);
            }
        }
        double longest = 0;
        for (int i = 0; i < n; i++) {
            double move = (before[i] - residual[i]) / curvature[i];
            margins[i] += move;
            longest = Math.max(longest, Math.abs(move));
        }
        return longest;
    }

    private void moveBase(double[] curvature, double[] residual) {
        double move = Arrays.stream(residual).sum() / Arrays.stream(curvature).sum();
        base += move;
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= curvature[i] * move;
        }
    }

    private void moveFeature(int c, double[] curvature, double[] residual, Penalty penalty) {
        double[] now = points[c];
        double[] gradient = new double[now.length];
        double[] information = new double[now.length];
        byte[] binOfRow = binOf[c];
        for (int i = 0; i < residual.length; i++) {
            gradient[binOfRow[i]] += residual[i];
            information[binOfRow[i]] += curvature[i];
        }
        double[] move = PenalisedStep.solve(now, gradient, information, penalty);
        for (int b = 0; b < now.length; b++) {
            now[b] += move[b];
        }
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= curvature[i] * move[binOfRow[i]];
        }
    }
}
