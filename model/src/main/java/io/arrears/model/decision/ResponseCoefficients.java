package io.arrears.model.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.arrears.model.account.Channel;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What training found, as it is stored.
 *
 * @param rows decisions it learned from
 * @param alone how the log-odds of paying when left alone follow from the base score
 * @param traits features by which effects differ, on their scales; empty = none
 * @param effects posterior mean of each term's coefficient, by name
 * @param uncertainty share of the uncertainty before the log that the log left, 0 to 1: of each arm's whole effect, by
 *     arm name, and of each action's and channel's; absent = 1
 * @param forests trees by which effects differ instead, weighted by the effect {@link ResponseTerms#FOREST}; absent = none
 * @param gated channels on which only reaching the debtor changes anything
 * @param consequences amounts and complaints
 */
public record ResponseCoefficients(
        long rows,
        Alone alone,
        List<Trait> traits,
        SortedMap<String, Double> effects,
        SortedMap<String, Double> uncertainty,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EffectForests forests,
        List<Channel> gated,
        ReachRates reach,
        Consequences consequences) {
    /** A line on the log-odds scale. */
    public record Alone(double intercept, double slope) {
        /** The base score as it is. */
        public static final Alone AS_SCORED = new Alone(0, 1);

        public double logOdds(double basePayProbability) {
            return intercept + slope * ResponseTerms.logit(basePayProbability);
        }
    }
}
