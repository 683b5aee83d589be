package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.ResponseTerms;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of the uncertainty about an effect the log left: the variance of the mean effect over the rows of an arm (an
 * action, a channel) after the log over the variance before it.
 */
final class LeftUncertainty {
    private final double[] before;
    private final double[][] after;
    private final SortedMap<String, double[]> sums = new TreeMap<>();

    /**
     * @param before prior standard deviations
     * @param after covariance of the coefficients given the log
     */
    LeftUncertainty(double[] before, double[][] after) {
        this.before = before;
        this.after = after;
    }

    SortedMap<String, Double> shares(List<ResponseRow> rows, List<EffectRow> numbers) {
        for (int i = 0; i < rows.size(); i++) {
            Arm arm = rows.get(i).arm();
            if (!arm.isNone()) {
                add(ResponseTerms.armName(arm), numbers.get(i));
                add("action:" + arm.action(), numbers.get(i));
                add("channel:" + arm.channel().code(), numbers.get(i));
            }
        }
        SortedMap<String, Double> shares = new TreeMap<>();
        sums.forEach((name, sum) -> shares.put(name, share(sum)));
        return shares;
    }

    private void add(String name, EffectRow row) {
        double[] sum = sums.computeIfAbsent(name, key -> new double[before.length]);
        for (int i = 0; i < row.terms().length; i++) {
            sum[row.terms()[i]] += row.values()[i];
        }
    }

    /** The ratio is the same for sums as for sums. */
    private double share(double[] sum) {
        double left = 0;
        double all = 0;
        for (int i = 0; i < sum.length; i++) {
            all += sum[i] * sum[i] * before[i] * before[i];
            for (int j = 0; j < sum.length && sum[i] != 0; j++) {
                left += sum[i] * sum[j] * after[i][j];
            }
        }
        return Math.max(0, Math.min(1, left / all));
    }
}
