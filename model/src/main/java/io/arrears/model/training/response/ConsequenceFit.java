package io.arrears.model.training.response;

import io.arrears.model.decision.Consequences;
import io.arrears.model.decision.ResponsePriors;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Estimates, shrunk to what is believed, how amounts per payment differ by action and how often contacts draw complaints. */
final class ConsequenceFit {
    private ConsequenceFit() {}

    static Consequences fit(List<ResponseRow> rows, ResponsePriors priors) {
        return new Consequences(CashFit.of(rows).factors(priors.cashStrength()), complaintRates(rows, priors));
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
