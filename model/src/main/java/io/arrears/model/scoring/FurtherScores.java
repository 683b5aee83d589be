package io.arrears.model.scoring;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What only some models say of an account.
 *
 * @param keptProbability that the pending promise is kept; NaN without one, or without such a model
 * @param selfCureProbability that nothing is past due any more within the horizon although nobody contacts the debtor;
 *     NaN when nothing is past due, or without such a model
 * @param reach probability that an attempt meets the right party, by {@code channel/window} that the model has seen;
 *     empty without such a model
 */
public record FurtherScores(double keptProbability, double selfCureProbability, SortedMap<String, Double> reach) {
    public static final FurtherScores NONE = new FurtherScores(Double.NaN, Double.NaN, new TreeMap<>());

    public FurtherScores {
        reach = Collections.unmodifiableSortedMap(new TreeMap<>(reach));
    }
}
