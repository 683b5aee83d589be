package io.arrears.pipeline.training;

import io.arrears.model.mart.Home;
import io.arrears.model.scoring.GateVerdict;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.training.PromotionGate;
import java.time.Instant;

/** Asks the gate about a candidate, on the rows kept from the trainings, and keeps the verdict beside the models. */
public final class Promotion {
    private final Home home;
    private final ModelRegistry registry;

    public Promotion(Home home) {
        this.home = home;
        this.registry = new ModelRegistry(home.models());
    }

    /**
     * @param acceptSchema whether another feature schema than the champion's is meant
     * @throws IllegalArgumentException when there is no such model
     */
    public GateVerdict judge(String id, boolean acceptSchema, Instant now) {
        ModelManifest manifest = registry.get(id);
        KeptRows kept = new KeptRows(home, manifest);
        PromotionGate.Candidate candidate =
                new PromotionGate.Candidate(manifest, registry.evaluation(id), registry.load(id), kept.find());
        PromotionGate.Champion champion = registry.findChampion()
                .filter(other -> !other.equals(id))
                .map(other -> champion(registry.get(other), kept))
                .orElse(null);
        GateVerdict verdict = PromotionGate.judge(candidate, champion, acceptSchema, now);
        registry.keep(verdict);
        return verdict;
    }

    private PromotionGate.Champion champion(ModelManifest manifest, KeptRows ofCandidate) {
        return new PromotionGate.Champion(
                manifest,
                registry.load(manifest.id()),
                ofCandidate.find(manifest.schema()),
                new KeptRows(home, manifest).find());
    }
}
