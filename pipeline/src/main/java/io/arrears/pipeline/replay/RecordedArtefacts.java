package io.arrears.pipeline.replay;

import io.arrears.model.assessment.Provenance;
import io.arrears.model.assessment.RecordedDecision;
import io.arrears.model.assessment.Replay;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The artefacts records name: models in the registry, strategies and response models by digest beside the records. Each
 * combination is loaded once. Thread-safe.
 */
final class RecordedArtefacts {
    private final Path folder;
    private final ModelRegistry registry;
    private final Map<Followed, Replay> replays = new ConcurrentHashMap<>();

    /** Which artefacts a record followed. */
    private record Followed(String modelId, String responseDigest, String strategyDigest) {}

    RecordedArtefacts(Home home) {
        this.folder = home.decisions().resolve("artefacts");
        this.registry = new ModelRegistry(home.models());
    }

    /**
     * What replays a record.
     *
     * @throws IllegalArgumentException when an artefact it names is not kept
     */
    Replay get(RecordedDecision record) {
        Provenance provenance = record.provenance();
        return replays.computeIfAbsent(
                new Followed(provenance.modelId(), provenance.responseDigest(), provenance.strategyDigest()),
                this::load);
    }

    private Replay load(Followed followed) {
        Scorer scorer = registry.load(followed.modelId());
        return new Replay(
                scorer.schema(),
                scorer,
                ResponseModel.fromJson(text("response model", followed.responseDigest())),
                Strategy.parse(text("strategy", followed.strategyDigest())));
    }

    private String text(String what, String digest) {
        Path file = folder.resolve(digest);
        if (!digest.matches("[0-9a-f]{64}") || !Files.exists(file)) {
            throw new IllegalArgumentException(
                    "the %s with digest %s is not kept in %s: restore it".formatted(what, digest, folder));
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
