package io.arrears.model.training.response;

import io.arrears.model.training.evaluation.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Means over decisions, with errors that count the decisions about one account as one piece of evidence. */
final class AccountMean {
    private static final double NORMAL_95 = 1.959964;

    private AccountMean() {}

    /** A mean with its standard error. */
    record Estimate(double mean, double error) {
        Interval interval() {
            return new Interval(mean, mean - NORMAL_95 * error, mean + NORMAL_95 * error);
        }
    }

    static Estimate of(List<ResponseRow> rows, IntToDoubleFunction value) {
        double sum = 0;
        Map<Integer, double[]> byAccount = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            double one = value.applyAsDouble(i);
            sum += one;
            double[] account = byAccount.computeIfAbsent(rows.get(i).account(), any -> new double[2]);
            account[0] += one;
            account[1]++;
        }
        double mean = sum / Math.max(1, rows.size());
        double squares = 0;
        for (double[] account : byAccount.values()) {
            double off = account[0] - mean * account[1];
            squares += off * off;
        }
        double accounts = byAccount.size();
        double small = accounts < 2 ? Double.NaN : accounts / (accounts - 1);
        return new Estimate(mean, Math.sqrt(squares * small) / Math.max(1, rows.size()));
    }
}
