package io.arrears.model.scoring;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** An operation is a row: 4096 in a batch, or a few hundred one after the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScoringBenchmark {
    static final String FOLDER = "arrears.benchmark.folder";
    private static final int FEW = 256;

    private Contest contest;
    private Contenders contenders;
    private TreeShap shap;
    private float[][] rows;
    private double[] margins;

    @Setup
    public void load() throws IOException, OrtException, XGBoostError {
        contest = Contest.load(Path.of(System.getProperty(FOLDER)));
        contenders = new Contenders(contest);
        shap = new TreeShap(contest.one);
        margins = new double[Contest.ROWS];
        rows = new float[Contest.ROWS][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = contest.row(row);
        }
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public double[] arrearsBatch() {
        contest.one.margins(contest.rows, Contest.WIDTH, margins);
        return margins;
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public void arrearsOneRow(Blackhole hole) {
        for (float[] row : rows) {
            hole.consume(contest.one.margin(row));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public double[] arrearsPairBatch() {
        contest.pair.margins(contest.rows, Contest.WIDTH, margins);
        return margins;
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public void arrearsPairOneRow(Blackhole hole) {
        for (float[] row : rows) {
            hole.consume(contest.pair.margin(row));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public void plainWalk(Blackhole hole) {
        for (float[] row : rows) {
            hole.consume(contest.one.walk(row));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public Object xgboostBatch() throws XGBoostError {
        return contenders.xgboost(0, Contest.ROWS);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public void xgboostOneRow(Blackhole hole) throws XGBoostError {
        for (int row = 0; row < FEW; row++) {
            hole.consume(contenders.xgboost(row, 1));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public Object xgboostInPlaceBatch() throws XGBoostError {
        return contenders.xgboostInPlace(0, Contest.ROWS);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public void xgboostInPlaceOneRow(Blackhole hole) throws XGBoostError {
        for (int row = 0; row < FEW; row++) {
            hole.consume(contenders.xgboostInPlace(row, 1));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public Object onnxBatch() throws OrtException {
        return contenders.onnx(0, Contest.ROWS);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public void onnxOneRow(Blackhole hole) throws OrtException {
        for (int row = 0; row < FEW; row++) {
            hole.consume(contenders.onnx(row, 1));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public Object tribuoBatch() {
        return contenders.tribuoOneBatch();
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public void tribuoOneRow(Blackhole hole) {
        for (int row = 0; row < FEW; row++) {
            hole.consume(contenders.tribuoOne(row));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public Object tribuoPairBatch() {
        return contenders.tribuoPairBatch();
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public void tribuoPairOneRow(Blackhole hole) {
        for (int row = 0; row < FEW; row++) {
            hole.consume(contenders.tribuoPair(row));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Contest.ROWS)
    public Object arrearsReasonsBatch() {
        return shap.contributions(contest.rows, Contest.WIDTH);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public void arrearsReasons(Blackhole hole) {
        for (int row = 0; row < FEW; row++) {
            hole.consume(shap.contributions(rows[row]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    public Object xgboostReasons() throws XGBoostError {
        return contenders.xgboostContributions(0, FEW);
    }
}
