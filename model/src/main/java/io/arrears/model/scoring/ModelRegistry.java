package io.arrears.model.scoring;

import io.arrears.model.feature.FeatureSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models of a home folder: one folder per artefact, never changed once registered, and the log of which one is
 * champion. Registration is atomic. One writer at a time; any number of readers.
 */
public final class ModelRegistry {
    static final String MANIFEST = "manifest.json";
    static final String CARD = "card.md";
    static final String EVALUATION = "evaluation.json";
    private static final String STAGING = ".staging-";
    private static final String GATE = "gate";
    private static final String SHADOW = "SHADOW";

    private final Path folder;
    private final ChampionLog champions;

    /** @param folder {@code home/models}; need not exist yet */
    public ModelRegistry(Path folder) {
        this.folder = folder;
        this.champions = new ChampionLog(folder.resolve("CHAMPION"));
    }

    /**
     * Registers an artefact as a candidate, all of it or nothing. An id that is already registered is left as it is.
     *
     * @param card the model card, Markdown
     * @param files further files by name, e.g. {@code pay30.trees}
     * @return whether it was new
     */
    public boolean register(ModelManifest manifest, Evaluation evaluation, String card, Map<String, byte[]> files) {
        Path place = folder.resolve(checkedId(manifest.id()));
        if (Files.exists(place)) {
            return false;
        }
        Path staging = folder.resolve(STAGING + manifest.id());
        try {
            Files.createDirectories(staging);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                write(staging.resolve(file.getKey()), file.getValue());
            }
            write(staging.resolve(EVALUATION), json(evaluation));
            write(staging.resolve(CARD), card.getBytes(StandardCharsets.UTF_8));
            write(staging.resolve(MANIFEST), json(manifest));
            Files.move(staging, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot register model " + manifest.id(), e);
        }
    }

    /** Forced to disk: whoever promotes the model counts on it. */
    private static void write(Path file, byte[] content) throws IOException {
        Files.write(
                file,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
    }

    private static byte[] json(Object value) throws IOException {
        return ModelJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    /** Every model, oldest id first. */
    public List<ModelManifest> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> places = Files.list(folder)) {
            List<ModelManifest> models = new ArrayList<>();
            places.filter(place -> Files.isRegularFile(place.resolve(MANIFEST)))
                    .filter(place -> !place.getFileName().toString().startsWith(STAGING))
                    .sorted(Comparator.comparing(place -> place.getFileName().toString()))
                    .forEach(place -> models.add(get(place.getFileName().toString())));
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalArgumentException when there is no such model
     */
    public ModelManifest get(String id) {
        return read(id, MANIFEST, ModelManifest.class);
    }

    public Evaluation evaluation(String id) {
        return read(id, EVALUATION, Evaluation.class);
    }

    /** The model card, Markdown. */
    public String card(String id) {
        try {
            return Files.readString(existing(id).resolve(CARD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of the model in force; empty when none was promoted yet. */
    public Optional<String> findChampion() {
        return champions.find();
    }

    /** {@code champion}, {@code shadow}, {@code candidate} (never promoted) or {@code retired}. */
    public String role(String id) {
        if (findChampion().filter(id::equals).isPresent()) {
            return "champion";
        }
        if (findShadow().filter(id::equals).isPresent()) {
            return "shadow";
        }
        return champions.everPromoted().contains(id) ? "retired" : "candidate";
    }

    /**
     * Puts a model in force. Whoever calls has asked the gate, or had no champion to hold it against.
     *
     * @throws IllegalArgumentException when there is no such model
     */
    public void promote(String id) {
        existing(id);
        champions.promote(id, "");
    }

    /**
     * Puts a model in force that the gate refused.
     *
     * @param reason stands in the log of promotions for good
     * @throws IllegalArgumentException when there is no such model, or no reason
     */
    public void promote(String id, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "model %s was refused: say why it goes in force all the same".formatted(id));
        }
        existing(id);
        champions.promote(id, reason.strip());
    }

    /** Every promotion and rollback, the oldest first, with the reasons of those that were forced. */
    public List<String> log() {
        return champions.lines();
    }

    /** Keeps what the gate said of a candidate; a later verdict on it takes its place. */
    public void keep(GateVerdict verdict) {
        existing(verdict.candidate());
        try {
            RegistryFile.replace(verdictFile(verdict.candidate()), json(verdict));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the gate last said of a model; empty when it was never asked. */
    public Optional<GateVerdict> findVerdict(String id) {
        Path file = verdictFile(id);
        try {
            return Files.exists(file)
                    ? Optional.of(ModelJson.MAPPER.readValue(file.toFile(), GateVerdict.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private Path verdictFile(String id) {
        return folder.resolve(GATE).resolve(checkedId(id) + ".json");
    }

    /**
     * Lets a model score in the shadow of the champion: it is asked too and never answers. One at a time.
     *
     * @throws IllegalArgumentException when there is no such model, or it is in force
     */
    public void shadow(String id) {
        existing(id);
        if (findChampion().filter(id::equals).isPresent()) {
            throw new IllegalArgumentException("model %s is in force: shadow another".formatted(id));
        }
        RegistryFile.replace(folder.resolve(SHADOW), id.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the shadow, if there is one. */
    public void unshadow() {
        RegistryFile.replace(folder.resolve(SHADOW), new byte[0]);
    }

    /** The model in the shadow of the champion; empty when there is none, or it has become the champion. */
    public Optional<String> findShadow() {
        Path file = folder.resolve(SHADOW);
        try {
            String id = Files.exists(file) ? Files.readString(file).strip() : "";
            return id.isEmpty() || findChampion().filter(id::equals).isPresent() ? Optional.empty() : Optional.of(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts the champion before this one back in force; answers its id.
     *
     * @throws IllegalStateException when there was none
     */
    public String rollback() {
        return champions.rollback();
    }

    /**
     * A scorer of one model.
     *
     * @throws IllegalArgumentException when there is no such model or its files are damaged
     */
    public Scorer load(String id) {
        ModelManifest manifest = get(id);
        FeatureSchema schema = manifest.schema();
        if (!schema.fingerprint().equals(manifest.schemaFingerprint())) {
            throw new IllegalArgumentException("manifest of model %s lists schema %s but states %s: restore it"
                    .formatted(id, schema.fingerprint(), manifest.schemaFingerprint()));
        }
        return Scorer.of(manifest, name -> bytes(id, name));
    }

    private byte[] bytes(String id, String name) {
        try {
            return Files.readAllBytes(existing(id).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read model " + id, e);
        }
    }

    /** Puts files in the place of those a registered model has, each whole. */
    public void replace(String id, Map<String, byte[]> files) {
        Path place = existing(id);
        files.forEach((name, content) -> RegistryFile.replace(place.resolve(name), content));
    }

    private <T> T read(String id, String file, Class<T> type) {
        try {
            return ModelJson.MAPPER.readValue(existing(id).resolve(file).toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s of model %s".formatted(file, id), e);
        }
    }

    private Path existing(String id) {
        Path place = folder.resolve(checkedId(id));
        if (!Files.isRegularFile(place.resolve(MANIFEST))) {
            throw new IllegalArgumentException("there is no model '%s': list them with the models verb".formatted(id));
        }
        return place;
    }

    private static String checkedId(String id) {
        if (!id.matches("[0-9]{8}-[0-9a-f]{6,64}")) {
            throw new IllegalArgumentException("'%s' is no model id: write it like 20170601-3fa2c1".formatted(id));
        }
        return id;
    }
}
