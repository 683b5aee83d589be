package io.arrears.pipeline.evaluation;

import io.arrears.model.training.offpolicy.OffPolicyAnswer;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a log says about a strategy. Amounts are in minor units of the strategy's currency, per decision.
 *
 * @param bySegment the same by receivable type, segment and ageing bucket; empty when the whole is refused
 * @param skipped decisions that could not be judged, by reason
 * @param learnedFrom share of the decisions judged that the model in force has learned from
 * @param shareOfAccounts share of the accounts that was judged; less than 1 for large books
 */
public record StrategyEvaluation(
        String modelId,
        StrategyPrices prices,
        OffPolicyAnswer answer,
        Map<String, SortedMap<String, OffPolicyAnswer>> bySegment,
        Map<String, Long> skipped,
        double learnedFrom,
        double shareOfAccounts) {}
