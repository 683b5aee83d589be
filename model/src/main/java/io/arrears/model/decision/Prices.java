package io.arrears.model.decision;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What one unit of each capacity is worth, in minor units of the strategy's currency.
 *
 * @param perUnit in the order of the strategy's capacities; below zero where a minimum demands contacts that would not be
 *     worth it by themselves
 */
public record Prices(List<Double> perUnit) {
    public Prices {
        perUnit = List.copyOf(perUnit);
        for (double price : perUnit) {
            if (!Double.isFinite(price)) {
                throw new IllegalArgumentException("price %s is no amount: use the prices of a plan".formatted(price));
            }
        }
    }

    public static Prices of(double... perUnit) {
        return new Prices(Arrays.stream(perUnit).boxed().toList());
    }

    /** Prices of capacities nobody is short of. */
    public static Prices free(Strategy strategy) {
        return new Prices(Collections.nCopies(strategy.capacities().size(), 0.0));
    }

    /**
     * What each arm of {@code strategy} takes of its capacities, at these prices.
     *
     * @param members the capacities that count the account's contacts, see {@link Strategy#members}
     */
    public double[] charges(Strategy strategy, long members) {
        if (perUnit.size() != strategy.capacities().size()) {
            throw new IllegalArgumentException(
                    "%d prices for the %d capacities of strategy %s: use the prices of its own plan"
                            .formatted(perUnit.size(), strategy.capacities().size(), strategy.name()));
        }
        double[][] uses = strategy.uses(members);
        double[] charges = new double[uses.length];
        for (int j = 0; j < charges.length; j++) {
            for (int k = 0; k < perUnit.size(); k++) {
                charges[j] += perUnit.get(k) * uses[j][k];
            }
        }
        return charges;
    }
}
