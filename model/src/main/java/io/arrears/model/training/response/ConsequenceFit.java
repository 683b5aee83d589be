package io.arrears.model.training.response;

import io.arrears.model.decision.Consequences;
import io.arrears.model.decision.ResponsePriors;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Estimates, shrunk to what is believed, how amounts per payment differ by action and how often contacts draw complaints. */
final class ConsequenceFit {
    /** Larger ratios are cut: a few settled-in-full accounts would speak for all. */
    private static final double LARGEST_RATIO = 10;

    private ConsequenceFit() {}

    static Consequences fit(List<ResponseRow> rows, ResponsePriors priors) {
        return new Consequences(cashFactors(rows, priors.cashStrength()), complaintRates(rows, priors));
    }

    private static SortedMap<String, Double> cashFactors(List<ResponseRow> rows, double strength) {
        SortedMap<String, double[]> sums = new TreeMap<>();
        double[] none = {strength, strength};
        for (ResponseRow row : rows) {
            if (Boolean.TRUE.equals(row.paid()) && row.cashRatio() >= 0) {
                double[] sum = row.arm().isNone()
                        ? none
                        : sums.computeIfAbsent(row.arm().action(), action -> new double[2]);
                sum[0] += Math.min(LARGEST_RATIO, row.cashRatio());
                sum[1]++;
            }
        }
        double alone = none[0] / none[1];
        SortedMap<String, Double> factors = new TreeMap<>();
        sums.forEach((action, sum) -> factors.put(action, (sum[0] + strength * alone) / (sum[1] + strength) / alone));
        return factors;
    }

    private static SortedMap<String, Double> complaintRates(List<ResponseRow> rows, ResponsePriors priors) {
        SortedMap<String, double[]> counts = new TreeMap<>();
        priors.complaints()
                .forEach((channel, rate) -> counts.put(
                        channel, new double[] {rate * priors.complaintStrength(), priors.complaintStrength()}));
        for (ResponseRow row : rows) {
            if (row.complaint() != null && !row.arm().isNone()) {
                double[] count = counts.computeIfAbsent(row.arm().channel().code(), channel -> new double[] {0, 1});
                count[0] += row.complaint() ? 1 : 0;
                count[1]++;
            }
        }
        SortedMap<String, Double> rates = new TreeMap<>();
        counts.forEach((channel, count) -> rates.put(channel, count[1] == 0 ? 0 : count[0] / count[1]));
        return rates;
    }
}
