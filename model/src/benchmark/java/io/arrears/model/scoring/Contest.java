package io.arrears.model.scoring;

import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.Matrix;
import io.arrears.model.training.learner.TreeLearner;
import io.arrears.model.training.learner.TreeSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.impl.ArrayExample;

/**
 * What every contender scores: made-up rows of 40 features, 15 % missing, and two models of 300 rounds at depth 6 learned
 * from such rows by Tribuo. {@code one} has a tree per round, so all libraries can score the very same trees; {@code
 * pair} is Tribuo's classifier with the two trees per round that we use for probabilities.
 */
final class Contest {
    static final int WIDTH = 40;
    static final int ROWS = 4096;
    static final double MISSING = 0.15;
    private static final int TRAINING_ROWS = 30_000;
    private static final TreeSettings SETTINGS = new TreeSettings(300, 0.1, 6, 1, 0.8, 0.8, 1, 42);
    private static final List<String> NAMES =
            IntStream.range(0, WIDTH).mapToObj("f%02d"::formatted).toList();

    final float[] rows;
    final FlatEnsemble one;
    final FlatEnsemble pair;
    final Model<?> tribuoOne;
    final Model<?> tribuoPair;
    final byte[] onnx;

    private Contest(Path folder) throws IOException {
        this.rows = rows(ROWS, 2);
        this.one = trees(folder, "one");
        this.pair = trees(folder, "pair");
        this.tribuoOne = tribuo(folder, "one");
        this.tribuoPair = tribuo(folder, "pair");
        this.onnx = OnnxTrees.write(one, WIDTH);
    }

    /** Learns both models and keeps them in a folder. */
    static void prepare(Path folder) throws IOException {
        float[] rows = rows(TRAINING_ROWS, 1);
        SplittableRandom random = new SplittableRandom(3);
        double[] labels = new double[TRAINING_ROWS];
        float[][] columns = new float[WIDTH][TRAINING_ROWS];
        for (int i = 0; i < TRAINING_ROWS; i++) {
            double margin = -0.5;
            for (int c = 0; c < WIDTH; c++) {
                float value = rows[i * WIDTH + c];
                columns[c][i] = value;
                margin += (Float.isNaN(value) ? 0.3 : value * (c % 3 == 0 ? value - 0.5 : 1)) / (c + 2);
            }
            labels[i] = random.nextDouble() < Calibration.sigmoid(margin) ? 1 : 0;
        }
        Matrix matrix = new Matrix(NAMES, columns, TRAINING_ROWS);
        keep(folder, "one", TreeLearner.ofValue(matrix, labels, "y").fit(SETTINGS));
        keep(folder, "pair", TreeLearner.ofProbability(matrix, labels).fit(SETTINGS));
    }

    static Contest load(Path folder) throws IOException {
        return new Contest(folder);
    }

    private static void keep(Path folder, String name, FittedTrees fitted) throws IOException {
        TargetModel model = new TargetModel(Target.PAY30, fitted.flat(), new Calibration.Identity());
        Files.write(folder.resolve(name + ".trees"), TreesFile.write(model, "benchmark"));
        Files.write(folder.resolve(name + ".tribuo"), fitted.toProtobuf());
    }

    private static FlatEnsemble trees(Path folder, String name) throws IOException {
        return TreesFile.read(Files.readAllBytes(folder.resolve(name + ".trees")), "benchmark")
                .trees();
    }

    private static Model<?> tribuo(Path folder, String name) throws IOException {
        return Model.deserializeFromStream(
                new ByteArrayInputStream(Files.readAllBytes(folder.resolve(name + ".tribuo"))));
    }

    private static float[] rows(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] rows = new float[count * WIDTH];
        for (int i = 0; i < rows.length; i++) {
            float value = (float) random.nextGaussian();
            rows[i] = random.nextDouble() < MISSING ? Float.NaN : i % 4 == 0 ? Math.round(value * 3) : value;
        }
        return rows;
    }

    static Booster booster(Model<?> model) {
        return ((XGBoostModel<?>) model).getInnerModels().get(0);
    }

    float[] row(int row) {
        return Arrays.copyOfRange(rows, row * WIDTH, (row + 1) * WIDTH);
    }

    /** A row in Tribuo's form: what is missing is absent. */
    <T extends Output<T>> Example<T> example(int row, T unknown) {
        int[] present = IntStream.range(0, WIDTH)
                .filter(c -> !Float.isNaN(rows[row * WIDTH + c]))
                .toArray();
        return new ArrayExample<>(
                unknown,
                Arrays.stream(present).mapToObj(NAMES::get).toArray(String[]::new),
                Arrays.stream(present).mapToDouble(c -> rows[row * WIDTH + c]).toArray());
    }
}
