package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import org.jspecify.annotations.Nullable;

/**
 * How a choice stands against the others.
 *
 * @param netValueMinor net value of the choice, before capacity prices
 * @param pricePaidMinor what its use of capacities costs at the plan's prices
 * @param propensity probability with which it was chosen
 * @param runnerUp the best other arm that may be chosen; absent when there is none
 * @param runnerUpGapMinor by how much the choice leads it, prices and levers counted; negative when chosen by chance
 */
public record Standing(
        double netValueMinor,
        double pricePaidMinor,
        double propensity,
        @Nullable Arm runnerUp,
        double runnerUpGapMinor) {}
