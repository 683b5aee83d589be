package io.arrears.pipeline.verb;

import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;

/** Opens the history for verbs that need one. */
final class Lakes {
    private Lakes() {}

    /**
     * The history in force.
     *
     * @throws WrongUsage when nothing was ingested into this home
     */
    static HistoryLake get(Home home) {
        HistoryLake lake = HistoryLake.open(home);
        if (lake.isEmpty()) {
            throw new WrongUsage(
                    "no history under %s: run ./arrears ingest --home %s --source DIR first (or ./arrears sample to make one)"
                            .formatted(home.root(), home.root()));
        }
        return lake;
    }
}
