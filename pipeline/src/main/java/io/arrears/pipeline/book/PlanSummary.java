package io.arrears.pipeline.book;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A plan in one line. Values are in minor units of the strategy's currency.
 *
 * @param primalValueMinor what the chosen arms are worth together
 * @param dualBoundMinor no plan within the capacities is worth more
 * @param gap share of the bound that may have been missed
 */
public record PlanSummary(
        String modelId,
        String strategy,
        String strategyDigest,
        String currency,
        double primalValueMinor,
        double dualBoundMinor,
        double gap,
        Map<String, Long> accountsByAction) {
    /** The figures the contract names, in currency units. */
    public Map<String, Object> figures(int decimals) {
        double unit = Math.pow(10, decimals);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("primal_value", primalValueMinor / unit);
        figures.put("dual_bound", dualBoundMinor / unit);
        figures.put("gap", gap);
        return figures;
    }
}
