package io.arrears.serving.decisions;

import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Provenance;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.decision.Capacity;
import io.arrears.model.decision.PlanExceptions;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.Home;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.MartReader;
import io.arrears.serving.mart.NothingPublishedException;
import io.arrears.serving.mart.RunInfo;
import io.arrears.serving.scores.Champion;
import io.arrears.serving.scores.Shadow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policy of the run and model in force, built once per pair. Thread-safe. */
final class Policies {
    private static final String RESPONSE = "response.json";

    private final Home home;
    private final Mart mart;
    private final Champion champion;
    private final Artefacts artefacts;
    private volatile @Nullable Policy current;
    private final Shadow shadow;
    private volatile @Nullable Policy inShadow;

    Policies(Home home, Mart mart, Champion champion, Shadow shadow) {
        this.home = home;
        this.shadow = shadow;
        this.mart = mart;
        this.champion = champion;
        this.artefacts = new Artefacts(home.decisions());
    }

    /**
     * @throws ProblemException no_model, or no_strategy when the run in force was published without a plan
     * @throws NothingPublishedException when there is no run
     */
    Policy get() {
        String runId =
                mart.currentRun().orElseThrow(NothingPublishedException::new).runId();
        Champion.Loaded model = champion.get();
        Policy policy = current;
        if (policy == null
                || !policy.runId().equals(runId)
                || !policy.provenance().modelId().equals(model.scorer().modelId())) {
            policy = mart.read(reader -> build(reader, model));
            current = policy;
        }
        return policy;
    }

    /** A model that is asked too and decides nothing. */
    Shadow shadow() {
        return shadow;
    }

    /** The same strategy and prices under another model, built once per pair; for comparison, never recorded. */
    Policy under(Champion.Loaded model, Policy policy) {
        Policy other = inShadow;
        if (other == null
                || !other.runId().equals(policy.runId())
                || !other.provenance().modelId().equals(model.scorer().modelId())) {
            other = build(new Parts(policy.run(), policy.strategy(), policy.prices(), policy.exceptions()), model);
            inShadow = other;
        }
        return other;
    }

    /** What a run published to decide with. */
    private record Parts(RunInfo run, Strategy strategy, Prices prices, PlanExceptions exceptions) {}

    private Policy build(MartReader reader, Champion.Loaded model) {
        Strategy strategy = strategy(reader.run());
        return build(new Parts(reader.run(), strategy, prices(reader, strategy), exceptions(reader.run())), model);
    }

    private Policy build(Parts of, Champion.Loaded model) {
        Strategy strategy = of.strategy();
        ResponseModel response = response(model.scorer().modelId());
        RulePacks packs = RulePacks.inForce(strategy.rulePacks());
        artefacts.keep(strategy.digest(), strategy.text());
        artefacts.keep(response.digest(), response.toJson());
        Provenance provenance = new Provenance(
                model.features().schema().fingerprint(),
                model.scorer().modelId(),
                response.digest(),
                strategy.digest(),
                packs.digests());
        Assessor assessor = new Assessor(model.features(), model.scorer(), response, strategy, packs);
        return new Policy(of.run(), provenance, of.prices(), of.exceptions(), assessor);
    }

    private static Strategy strategy(RunInfo run) {
        return run.findStrategy()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NO_STRATEGY, "the run in force was published without a plan: run './arrears run'"));
    }

    /** What the model's training learned of the response to contact; without it, what is believed before any log. */
    private ResponseModel response(String modelId) {
        Path file = home.models().resolve(modelId).resolve(RESPONSE);
        try {
            return Files.exists(file)
                    ? ResponseModel.fromJson(Files.readString(file))
                    : ResponseModel.unlearned(ResponsePriors.standard());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanExceptions exceptions(RunInfo run) {
        try {
            return PlanExceptions.read(run.directory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Prices prices(MartReader reader, Strategy strategy) {
        Map<String, Double> published = new HashMap<>();
        reader.list(
                "SELECT capacity, price_minor FROM price",
                List.of(),
                row -> published.put(row.getString(1), row.getDouble(2)));
        return new Prices(strategy.capacities().stream()
                .map(Capacity::name)
                .map(name -> published.getOrDefault(name, 0.0))
                .toList());
    }
}
