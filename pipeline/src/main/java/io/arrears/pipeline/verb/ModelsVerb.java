package io.arrears.pipeline.verb;

import io.arrears.model.scoring.GateVerdict;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.training.Promotion;
import io.arrears.pipeline.training.Reproduction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./arrears models}. */
@Command(
        name = "models",
        description = {
            "The registry of models: list them, show one, ask the gate about one, put one in force, go back to the one "
                    + "before, or let one score in the shadow of the one in force."
        })
final class ModelsVerb implements Verb {
    /** What to do with the registry. */
    enum Deed {
        LIST,
        SHOW,
        CHECK,
        PROMOTE,
        ROLLBACK,
        SHADOW,
        UNSHADOW,
        REPRODUCE
    }

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "LIST",
            description =
                    "list (default), show ID, check ID (asks the gate), promote ID (asks it too), rollback, shadow ID, "
                            + "unshadow, or reproduce ID (trains it again and compares bytes)")
    private Deed deed = Deed.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "id of a model, e.g. 20170601-3fa2c1")
    private @Nullable String id;

    @Option(
            names = "--force",
            paramLabel = "REASON",
            description = "promote although the gate refuses; the reason stands in the registry's log for good")
    private @Nullable String force;

    @Option(names = "--accept-schema", description = "another feature schema than the champion's is meant")
    private boolean acceptSchema;

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
            case CHECK -> check(progress, requiredId());
            case PROMOTE -> promote(registry, progress, requiredId());
            case ROLLBACK -> rollback(registry);
            case SHADOW -> shadow(registry, requiredId());
            case UNSHADOW -> unshadow(registry);
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
        return result.field("models", models).field("log", registry.log());
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
                .field("gate", registry.findVerdict(id).orElse(null))
                .field("manifest", registry.get(id))
                .field("evaluation", registry.evaluation(id));
    }

    private GateVerdict verdict(Progress progress, String asked) throws Exception {
        return progress.step(
                "asking the gate", () -> new Promotion(options.home()).judge(asked, acceptSchema, Instant.now()));
    }

    private Result check(Progress progress, String asked) throws Exception {
        GateVerdict verdict = verdict(progress, asked);
        Result result = GateReport.of(verdict)
                .line("Model %s %s.", asked, verdict.passed() ? "may go in force" : "may not go in force");
        return verdict.passed() ? result : result.refused();
    }

    private Result promote(ModelRegistry registry, Progress progress, String asked) throws Exception {
        if (force != null && force.isBlank()) {
            throw new WrongUsage("--force needs a reason: it stands in the registry's log");
        }
        GateVerdict verdict = verdict(progress, asked);
        Result result = GateReport.of(verdict);
        if (verdict.passed()) {
            registry.promote(asked);
        } else if (force != null) {
            registry.promote(asked, force);
            result.line("The gate refused; forced: %s", force).field("forced", force);
        } else {
            return result.line("Model %s was refused: mend it, or say --force REASON.", asked)
                    .refused();
        }
        return result.line("Model %s is in force.", asked).field("champion", asked);
    }

    private static Result shadow(ModelRegistry registry, String asked) {
        registry.shadow(asked);
        return new Result()
                .line("Model %s scores in the shadow of the champion: it is asked too and never answers.", asked)
                .field("shadow", asked);
    }

    private static Result unshadow(ModelRegistry registry) {
        registry.unshadow();
        return new Result().line("No model scores in the shadow.").field("shadow", null);
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
