package io.arrears.serving.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.assessment.Replay;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import java.util.Optional;

/** Replays records with the artefacts they name. */
final class Replays {
    private final Artefacts artefacts;
    private final ModelRegistry registry;

    Replays(Home home, ModelRegistry registry) {
        this.artefacts = new Artefacts(home.decisions());
        this.registry = registry;
    }

    /** What replaying a record found; empty when an artefact it names is not kept. */
    Optional<Replay.Outcome> replay(String json, JsonNode record) {
        JsonNode provenance = record.path("inputs").path("provenance");
        Optional<Strategy> strategy =
                artefacts.find(provenance.path("strategyDigest").asText()).map(Strategy::parse);
        Optional<ResponseModel> response =
                artefacts.find(provenance.path("responseDigest").asText()).map(ResponseModel::fromJson);
        Optional<Scorer> scorer = scorer(provenance.path("modelId").asText());
        if (strategy.isEmpty() || response.isEmpty() || scorer.isEmpty()) {
            return Optional.empty();
        }
        Replay replay = new Replay(scorer.get().schema(), scorer.get(), response.get(), strategy.get());
        return Optional.of(replay.replay(json));
    }

    private Optional<Scorer> scorer(String modelId) {
        try {
            return Optional.of(registry.load(modelId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
