package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;

/** Finds the model in force for verbs that need one. */
final class Champions {
    private Champions() {}

    /**
     * The champion's id.
     *
     * @throws WrongUsage when no model was promoted yet
     */
    static String get(Home home) {
        return new ModelRegistry(home.models())
                .findChampion()
                .orElseThrow(() -> new WrongUsage(
                        "no model is in force under %s: run ./arrears train, then ./arrears models promote ID"
                                .formatted(home.models())));
    }
}
