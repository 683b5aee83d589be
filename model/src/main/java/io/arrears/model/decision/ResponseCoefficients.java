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
 * @param uncertainty share of the uncertainty before the log that the log left, 0 to 1: of each arm's whole effect, by
 *     arm name, and of each action's and channel's; absent = 1
 * @param gated channels on which only reaching the debtor changes anything
 * @param consequences amounts and complaints
 */
public record ResponseCoefficients(
        long rows,
        double intercept,
        double slope,
        SortedMap<String, Double> effects,
        SortedMap<String, Double> uncertainty,
        List<Channel> gated,
        ReachRates reach,
        Consequences consequences) {}
