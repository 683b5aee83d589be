package io.arrears.model.decision;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What one unit of each capacity is worth, in minor units of the strategy's currency.
 *
 * @param perUnit in the order of the strategy's capacities; none is below zero
 */
public record Prices(List<Double> perUnit) {
    public Prices {
        perUnit = List.copyOf(perUnit);
        for (double price : perUnit) {
            if (!(price >= 0)) {
                throw new IllegalArgumentException(
                        "price %s is below zero: capacities can't cost less than nothing".formatted(price));
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

    /** What {@code arm} takes of the capacities of {@code strategy}, at these prices. */
    public double charge(Strategy strategy, StrategyArm arm) {
        if (perUnit.size() != strategy.capacities().size()) {
            throw new IllegalArgumentException(
                    "%d prices for the %d capacities of strategy %s: use the prices of its own plan"
                            .formatted(perUnit.size(), strategy.capacities().size(), strategy.name()));
        }
        double sum = 0;
        for (int k = 0; k < perUnit.size(); k++) {
            sum += perUnit.get(k) * strategy.capacities().get(k).useOf(arm);
        }
        return sum;
    }
}
