package io.arrears.serving.decisions;

import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Provenance;
import io.arrears.model.decision.PlanExceptions;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Strategy;
import io.arrears.serving.mart.RunInfo;

/**
 * What decides: a strategy with the prices of its plan, under a model.
 *
 * @param run that published the plan
 * @param exceptions accounts to which the plan gave another arm than its prices
 */
record Policy(RunInfo run, Provenance provenance, Prices prices, PlanExceptions exceptions, Assessor assessor) {
    Strategy strategy() {
        return assessor.strategy();
    }

    String runId() {
        return run.runId();
    }
}
