package io.arrears.serving.decisions;

import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Provenance;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Strategy;

/** What decides: a strategy with the prices of its plan, under a model. */
record Policy(String runId, Provenance provenance, Prices prices, Assessor assessor) {
    Strategy strategy() {
        return assessor.strategy();
    }
}
