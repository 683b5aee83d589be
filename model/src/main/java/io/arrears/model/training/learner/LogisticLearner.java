package io.arrears.model.training.learner;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * The readable twin: a scorecard. Every feature is cut into bins, missing being one, and Tribuo's logistic regression
 * gives each bin its points. Seeded.
 */
public final class LogisticLearner {
    private static final String YES = "1";
    private static final String NO = "0";
    private static final double LEARNING_RATE = 0.05;
    private static final int SEEN_ROWS = 200_000;

    /** Held so that the level stays: Tribuo logs every fit at info. */
    private static final Logger TRIBUO = Logger.getLogger(AbstractSGDTrainer.class.getName());

    static {
        TRIBUO.setLevel(Level.WARNING);
    }

    private LogisticLearner() {}

    /** Labels are 0 and 1, both present. */
    public static Scorecard fit(Matrix rows, double[] labels, long seed) {
        List<Bins> bins = IntStream.range(0, rows.width())
                .mapToObj(column -> Bins.of(rows, column))
                .toList();
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("arrears bins", factory), factory);
        for (int i = 0; i < rows.rows(); i++) {
            dataset.add(example(rows.row(i), bins, new Label(labels[i] > 0.5 ? YES : NO)));
        }
        int epochs = Math.max(5, Math.min(40, SEEN_ROWS / rows.rows()));
        LinearSGDTrainer trainer =
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(LEARNING_RATE), epochs, SEEN_ROWS, 8, seed);
        return scorecard(trainer.train(dataset), bins);
    }

    private static ArrayExample<Label> example(float[] row, List<Bins> bins, Label label) {
        String[] names = new String[row.length];
        double[] ones = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            names[c] = name(c, bins.get(c).bin(row[c]));
            ones[c] = 1;
        }
        return new ArrayExample<>(label, names, ones);
    }

    private static String name(int column, int bin) {
        return "c%05d-%02d".formatted(column, bin);
    }

    private static Scorecard scorecard(LinearSGDModel model, List<Bins> bins) {
        DenseMatrix weights = model.getWeightsCopy();
        int yes = model.getOutputIDInfo().getID(new Label(YES));
        int no = model.getOutputIDInfo().getID(new Label(NO));
        int intercept = weights.getDimension2Size() - 1;
        double[][] points = new double[bins.size()][];
        for (int c = 0; c < points.length; c++) {
            points[c] = new double[bins.get(c).count()];
            for (int b = 0; b < points[c].length; b++) {
                int id = model.getFeatureIDMap().getID(name(c, b));
                points[c][b] = id < 0 ? 0 : weights.get(yes, id) - weights.get(no, id);
            }
        }
        return new Scorecard(bins, points, weights.get(yes, intercept) - weights.get(no, intercept));
    }
}
