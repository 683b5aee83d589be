package io.arrears.model.decision;

import io.arrears.model.account.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/**
 * The scalar terms of a strategy.
 *
 * @param horizonDays days over which cash counts
 * @param currency of every amount of the strategy and of every value
 * @param exchangeRates units of {@code currency} per unit of another currency, by ISO 4217 code
 * @param complaintCostMinor what one complaint costs, in minor units
 */
public record Terms(
        String name,
        int horizonDays,
        Currency currency,
        Map<String, Double> exchangeRates,
        double complaintCostMinor,
        Settlement settlement,
        Exploration exploration) {
    public Terms {
        exchangeRates = Map.copyOf(exchangeRates);
    }

    /** An amount in currency units as minor units of the strategy's currency, not rounded. */
    double minor(BigDecimal units) {
        return units.movePointRight(Money.decimals(currency)).doubleValue();
    }
}
