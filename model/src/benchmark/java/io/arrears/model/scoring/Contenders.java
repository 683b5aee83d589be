package io.arrears.model.scoring;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.regression.Regressor;

/** The libraries, each as its manual says to use it for {@code count} rows from {@code first}, on one thread. */
final class Contenders {
    private final Contest contest;
    private final Booster booster;
    private final OrtEnvironment onnx = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Model<Regressor> tribuoOne;
    private final Model<Label> tribuoPair;
    private final List<Example<Regressor>> examplesOne;
    private final List<Example<Label>> examplesPair;

    @SuppressWarnings("unchecked")
    Contenders(Contest contest) throws OrtException, XGBoostError {
        this.contest = contest;
        this.tribuoOne = (Model<Regressor>) contest.tribuoOne;
        this.tribuoPair = (Model<Label>) contest.tribuoPair;
        this.booster = Contest.booster(contest.tribuoOne);
        booster.setParam("nthread", 1);
        Contest.booster(contest.tribuoPair).setParam("nthread", 1);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        this.session = onnx.createSession(contest.onnx, options);
        Regressor unknown = new Regressor("y", Double.NaN);
        this.examplesOne = IntStream.range(0, Contest.ROWS)
                .mapToObj(row -> contest.example(row, unknown))
                .toList();
        this.examplesPair = IntStream.range(0, Contest.ROWS)
                .mapToObj(row -> contest.example(row, LabelFactory.UNKNOWN_LABEL))
                .toList();
    }

    private float[] slice(int first, int count) {
        return Arrays.copyOfRange(contest.rows, first * Contest.WIDTH, (first + count) * Contest.WIDTH);
    }

    float[][] xgboost(int first, int count) throws XGBoostError {
        DMatrix matrix = new DMatrix(slice(first, count), count, Contest.WIDTH, Float.NaN);
        try {
            return booster.predict(matrix, true);
        } finally {
            matrix.dispose();
        }
    }

    float[][] xgboostInPlace(int first, int count) throws XGBoostError {
        return booster.inplace_predict(slice(first, count), count, Contest.WIDTH, Float.NaN);
    }

    /** One contribution per feature, and behind them the expected margin. */
    float[][] xgboostContributions(int first, int count) throws XGBoostError {
        DMatrix matrix = new DMatrix(slice(first, count), count, Contest.WIDTH, Float.NaN);
        try {
            return booster.predictContrib(matrix, 0);
        } finally {
            matrix.dispose();
        }
    }

    float[][] onnx(int first, int count) throws OrtException {
        FloatBuffer rows = ByteBuffer.allocateDirect(count * Contest.WIDTH * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        rows.put(contest.rows, first * Contest.WIDTH, count * Contest.WIDTH).rewind();
        try (OnnxTensor tensor = OnnxTensor.createTensor(onnx, rows, new long[] {count, Contest.WIDTH});
                OrtSession.Result result = session.run(Map.of("rows", tensor))) {
            return (float[][]) result.get(0).getValue();
        }
    }

    Prediction<Regressor> tribuoOne(int row) {
        return tribuoOne.predict(examplesOne.get(row));
    }

    List<Prediction<Regressor>> tribuoOneBatch() {
        return tribuoOne.predict(examplesOne);
    }

    Prediction<Label> tribuoPair(int row) {
        return tribuoPair.predict(examplesPair.get(row));
    }

    List<Prediction<Label>> tribuoPairBatch() {
        return tribuoPair.predict(examplesPair);
    }
}
