package io.arrears.model.scoring;

import ai.onnxruntime.OrtException;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.regression.Regressor;

/**
 * The contenders must say the same before their speed means anything. XGBoost adds up the leaves in float32 and we in
 * float64, which shows in the sixth place of a margin; the trees added up its way must give its very bits.
 */
final class Agreement {
    private static final double TOLERANCE = 1e-6;
    private static final double FLOAT_SUM_TOLERANCE = 1e-5;
    private static final double CONTRIBUTION_TOLERANCE = 1e-5;

    private final Contest contest;
    private final StringBuilder report = new StringBuilder();

    private Agreement(Contest contest) {
        this.contest = contest;
    }

    static String check(Contest contest) throws OrtException, XGBoostError {
        Agreement agreement = new Agreement(contest);
        Contenders contenders = new Contenders(contest);
        double[] one = new double[Contest.ROWS];
        contest.one.margins(contest.rows, Contest.WIDTH, one);
        agreement.same("one row", one, row -> contest.one.margin(contest.row(row)), 0);
        agreement.same("plain walk", one, row -> contest.one.walk(contest.row(row)), TOLERANCE);
        float[][] xgboost = contenders.xgboost(0, Contest.ROWS);
        agreement.same("xgboost4j", one, row -> xgboost[row][0], FLOAT_SUM_TOLERANCE);
        double[] floats = IntStream.range(0, Contest.ROWS)
                .mapToDouble(row -> floatSum(contest.one, contest.row(row)))
                .toArray();
        agreement.same("xgboost4j, float32 sums", floats, row -> xgboost[row][0], 0);
        float[][] inPlace = contenders.xgboostInPlace(0, Contest.ROWS);
        agreement.same("xgboost4j in place", one, row -> inPlace[row][0], FLOAT_SUM_TOLERANCE);
        float[][] onnx = contenders.onnx(0, Contest.ROWS);
        agreement.same("ONNX Runtime", one, row -> onnx[row][0], TOLERANCE);
        var regressed = contenders.tribuoOneBatch();
        agreement.same("Tribuo", one, row -> value(regressed.get(row)), FLOAT_SUM_TOLERANCE);
        double[] pair = new double[Contest.ROWS];
        contest.pair.margins(contest.rows, Contest.WIDTH, pair);
        for (int row = 0; row < pair.length; row++) {
            pair[row] = Calibration.sigmoid(pair[row]);
        }
        var classified = contenders.tribuoPairBatch();
        agreement.same("Tribuo, pairs", pair, row -> probability(classified.get(row)), TOLERANCE);
        agreement.contributions(contenders.xgboostContributions(0, Contest.ROWS));
        return agreement.report.toString();
    }

    private static float floatSum(FlatEnsemble ensemble, float[] row) {
        float sum = (float) ensemble.baseMargin();
        for (int tree = 0; tree < ensemble.treeCount(); tree++) {
            sum += ensemble.trees().walk(tree, row);
        }
        return sum;
    }

    private static double value(Prediction<Regressor> prediction) {
        return prediction.getOutput().getValues()[0];
    }

    private static double probability(Prediction<Label> prediction) {
        return prediction.getOutputScores().get("1").getScore();
    }

    private void same(String name, double[] ours, IntToDoubleFunction theirs, double tolerance) {
        double most = 0;
        for (int row = 0; row < ours.length; row++) {
            most = Math.max(most, Math.abs(ours[row] - theirs.applyAsDouble(row)));
        }
        report(name, most, tolerance);
    }

    private void contributions(float[][] theirs) {
        TreeShap shap = new TreeShap(contest.one);
        double most = 0;
        for (int row = 0; row < theirs.length; row++) {
            double[] ours = shap.contributions(contest.row(row));
            for (int feature = 0; feature < ours.length; feature++) {
                most = Math.max(most, Math.abs(ours[feature] - theirs[row][feature]));
            }
        }
        report("xgboost4j contributions", most, CONTRIBUTION_TOLERANCE);
    }

    private void report(String name, double most, double tolerance) {
        report.append(String.format(Locale.ROOT, "%-24s differs by at most %.1e%n", name, most));
        if (!(most <= tolerance)) {
            throw new IllegalStateException(
                    "%s differs by %s, more than %s: it scores another model".formatted(name, most, tolerance));
        }
    }
}
