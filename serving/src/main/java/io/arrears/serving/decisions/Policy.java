package io.arrears.serving.decisions;

import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Decider;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Strategy;

/**
 * What decides: a strategy with the prices of its plan, under a model.
 *
 * @param response as learned, without the strategy's beliefs
 */
record Policy(
        String runId, String modelId, ResponseModel response, RulePacks packs, Prices prices, Assessor assessor) {
    Strategy strategy() {
        return assessor.strategy();
    }

    Decider decider() {
        return new Decider(strategy());
    }
}
