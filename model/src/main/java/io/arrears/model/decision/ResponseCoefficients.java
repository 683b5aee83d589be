package io.arrears.model.decision;

import io.arrears.model.account.Channel;
import java.util.List;
import java.util.SortedMap;

/**
 * What training found, as it is stored.
 *
 * @param rows decisions it learned from
 * @param intercept of the log-odds of paying when left alone
 * @param slope on the log-odds of the base score
 * @param effects posterior mean of each term's coefficient, by name
 * @param gains by arm name: how far one unit of belief in that arm's effect moves each coefficient, intercept and slope
 *     included; what beliefs of a strategy are applied through
 * @param gated channels on which only reaching the debtor changes anything
 * @param consequences amounts and complaints
 */
public record ResponseCoefficients(
        long rows,
        double intercept,
        double slope,
        SortedMap<String, Double> effects,
        SortedMap<String, SortedMap<String, Double>> gains,
        List<Channel> gated,
        ReachRates reach,
        Consequences consequences) {
    /** Names of the intercept and the slope among the gains. */
    public static final String INTERCEPT = "intercept";

    public static final String SLOPE = "slope";
}
