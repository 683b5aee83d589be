package io.arrears.pipeline.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.HashMap;
import java.util.Map;

/**
 * The artefacts records name: models in the registry, strategies and response models by digest beside the records. Each
 * combination is loaded once.
 */
final class RecordedArtefacts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final ModelRegistry registry;
    private final Map<Followed, Replay> replays = new HashMap<>();

    /** Which artefacts a record followed. */
    private record Followed(String modelId, String responseDigest, String strategyDigest) {}

    RecordedArtefacts(Home home) {
        this.folder = home.decisions().resolve("artefacts");
        this.registry = new ModelRegistry(home.models());
    }

    /**
     * What replays a record.
     *
     * @throws IllegalArgumentException when it is no decision record, or an artefact it names is not kept
     */
    Replay get(String record) {
        return replays.computeIfAbsent(followed(record), this::load);
    }

    private static Followed followed(String record) {
        try {
            JsonNode provenance = JSON.readTree(record).path("inputs").path("provenance");
            return new Followed(
                    provenance.path("modelId").asText(),
                    provenance.path("responseDigest").asText(),
                    provenance.path("strategyDigest").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the record is no JSON", e);
        }
    }

    private Replay load(Followed followed) {
        Scorer scorer = registry.load(followed.modelId());
        return new Replay(
                scorer.schema(),
                scorer::score,
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
