package io.arrears.model.assessment;

import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Prices;
import org.jspecify.annotations.Nullable;

/**
 * All a decision was made from.
 *
 * @param planned index of the arm a plan gave the account; absent when it was asked alone
 */
public record DecisionInputs(
        Provenance provenance,
        Dossier dossier,
        Prices prices,
        Draws draws,
        @Nullable Integer planned) {}
