package io.arrears.pipeline.verb;

import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.training.Reproduction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./arrears models}. */
@Command(
        name = "models",
        description = "The registry of models: list them, show one, put one in force, or go back to the one before.")
final class ModelsVerb implements Verb {
    /** What to do with the registry. */
    enum Deed {
        LIST,
        SHOW,
        PROMOTE,
        ROLLBACK,
        REPRODUCE
    }

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "LIST",
            description =
                    "list (default), show ID, promote ID, rollback, or reproduce ID (trains it again and compares bytes)")
    private Deed deed = Deed.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "id of a model, e.g. 20170601-3fa2c1")
    private @Nullable String id;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        ModelRegistry registry = new ModelRegistry(options.home().models());
        return switch (deed) {
            case LIST -> list(registry);
            case SHOW -> show(registry, requiredId());
            case PROMOTE -> promote(registry, requiredId());
            case ROLLBACK -> rollback(registry);
            case REPRODUCE ->
                describe(progress.step("training it again", () -> Reproduction.of(options.home(), requiredId())));
        };
    }

    private String requiredId() {
        if (id == null) {
            throw new WrongUsage("models %s needs the id of a model: ./arrears models list shows them"
                    .formatted(deed.name().toLowerCase(Locale.ROOT)));
        }
        return id;
    }

    private static Result list(ModelRegistry registry) {
        Result result = new Result();
        List<Map<String, Object>> models = new ArrayList<>();
        for (ModelManifest manifest : registry.list()) {
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("model_id", manifest.id());
            model.put("role", registry.role(manifest.id()));
            model.put("targets", manifest.targets());
            models.add(model);
            result.line(
                    "%-24s %-10s trained on %,d rows through %s: %s",
                    manifest.id(),
                    registry.role(manifest.id()),
                    manifest.origin().rows(),
                    manifest.origin().through(),
                    headline(manifest));
        }
        if (models.isEmpty()) {
            result.line("No models yet: run ./arrears train --as-of DATE");
        }
        return result.field("models", models);
    }

    private static String headline(ModelManifest manifest) {
        List<String> parts = new ArrayList<>();
        manifest.targets().forEach((target, summary) -> {
            Double auc = summary.metrics().get("auc");
            parts.add(auc == null ? target : "%s AUC %.3f".formatted(target, auc));
        });
        parts.sort(null);
        return String.join(", ", parts);
    }

    private static Result show(ModelRegistry registry, String id) {
        return new Result()
                .line("%s", registry.card(id))
                .field("model_id", id)
                .field("role", registry.role(id))
                .field("manifest", registry.get(id))
                .field("evaluation", registry.evaluation(id));
    }

    private static Result promote(ModelRegistry registry, String id) {
        registry.promote(id);
        return new Result().line("Model %s is in force.", id).field("champion", id);
    }

    private static Result rollback(ModelRegistry registry) {
        String back = registry.rollback();
        return new Result().line("Model %s is back in force.", back).field("champion", back);
    }

    private static Result describe(Reproduction found) {
        if (!found.isSame()) {
            throw new IllegalStateException(
                    "trained again, model %s came out as %s; other bytes in %s: compare release and libraries in its manifest"
                            .formatted(found.modelId(), found.again(), found.different()));
        }
        return new Result()
                .line("Model %s: trained again from its record, every file is the same byte for byte.", found.modelId())
                .field("model_id", found.modelId())
                .field("reproduced", true);
    }
}
