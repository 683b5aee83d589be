package io.arrears.model.training.response;

import io.arrears.model.decision.ResponseTraits;
import io.arrears.model.decision.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Centre and spread of every trait that varies in the log. */
final class TraitScales {
    private static final double LEAST_SPREAD = 1e-6;

    private TraitScales() {}

    static List<Trait> of(List<ResponseRow> rows) {
        List<Trait> traits = new ArrayList<>();
        for (int k = 0; k < ResponseTraits.FEATURES.size(); k++) {
            int at = k;
            double[] raw = rows.stream()
                    .map(row -> row.context().traits())
                    .filter(values -> at < values.size())
                    .map(values -> values.get(at))
                    .filter(Objects::nonNull)
                    .mapToDouble(Trait::raw)
                    .toArray();
            double sum = 0;
            double squares = 0;
            for (double value : raw) {
                sum += value;
                squares += value * value;
            }
            double mean = sum / Math.max(1, raw.length);
            double spread = Math.sqrt(Math.max(0, squares / Math.max(1, raw.length) - mean * mean));
            if (spread > LEAST_SPREAD) {
                traits.add(new Trait(ResponseTraits.FEATURES.get(k), mean, spread));
            }
        }
        return traits;
    }
}
