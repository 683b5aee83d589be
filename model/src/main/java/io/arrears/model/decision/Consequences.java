package io.arrears.model.decision;

import java.util.SortedMap;

/**
 * What else follows from contact.
 *
 * @param cashFactors amount per payment against leaving alone, by action
 * @param complaintRates probability of a complaint, by channel
 */
public record Consequences(SortedMap<String, Double> cashFactors, SortedMap<String, Double> complaintRates) {}
