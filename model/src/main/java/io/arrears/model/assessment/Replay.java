package io.arrears.model.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Days;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Situation;
import io.arrears.model.decision.Strategy;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.ScoringGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes recorded decisions anew from their inputs and the stored artefacts, and compares bytes: scores from the vector,
 * values from scores, context and verdicts, the choice from values, prices and draws. Thread-safe.
 */
public final class Replay {
    private final FeatureSchema schema;
    private final Scoring scoring;
    private final ResponseModel response;
    private final Strategy strategy;
    private final Valuation valuation;

    /** What a replay found. */
    public sealed interface Outcome {
        /** Byte for byte the recorded answer. */
        record Same(String id) implements Outcome {}

        /** Another answer came out. */
        record Different(String id, String recorded, String replayed) implements Outcome {}

        /** The record followed another artefact than the ones at hand. */
        record WrongArtefact(String id, String artefact, String wanted, String given) implements Outcome {}
    }

    public Replay(FeatureSchema schema, Scoring scoring, ResponseModel response, Strategy strategy) {
        this.schema = schema;
        this.scoring = scoring;
        this.response = response;
        this.strategy = strategy;
        this.valuation = new Valuation(response, strategy);
    }

    /**
     * @param record as {@link DecisionRecord#json} wrote it
     * @throws IllegalArgumentException when it is no decision record
     */
    public Outcome replay(String record) {
        return replay(RecordedDecision.read(record));
    }

    public Outcome replay(RecordedDecision recorded) {
        String id = recorded.id();
        Provenance provenance = recorded.provenance();
        Outcome.WrongArtefact wrong = findWrong(id, provenance);
        if (wrong != null) {
            return wrong;
        }
        DecisionInputs inputs = inputs(recorded.inputs(), provenance);
        String modelId = inputs.dossier().scores().modelId();
        if (!modelId.equals(provenance.modelId())) {
            return new Outcome.WrongArtefact(id, "model", provenance.modelId(), modelId);
        }
        String again = DecisionRecord.of(inputs, decide(inputs)).json();
        return again.equals(recorded.json()) ? new Outcome.Same(id) : new Outcome.Different(id, recorded.json(), again);
    }

    private Outcome.@Nullable WrongArtefact findWrong(String id, Provenance provenance) {
        if (!provenance.schemaFingerprint().equals(schema.fingerprint())) {
            return new Outcome.WrongArtefact(id, "schema", provenance.schemaFingerprint(), schema.fingerprint());
        }
        if (!provenance.responseDigest().equals(response.digest())) {
            return new Outcome.WrongArtefact(id, "response", provenance.responseDigest(), response.digest());
        }
        if (!provenance.strategyDigest().equals(strategy.digest())) {
            return new Outcome.WrongArtefact(id, "strategy", provenance.strategyDigest(), strategy.digest());
        }
        return null;
    }

    private Decision decide(DecisionInputs inputs) {
        Assessment assessment = valuation.value(inputs.dossier());
        Decider decider = new Decider(strategy);
        Integer planned = inputs.planned();
        return planned == null
                ? decider.choose(assessment, inputs.prices(), inputs.draws())
                : decider.choosePlanned(assessment, inputs.prices(), inputs.draws(), planned);
    }

    private DecisionInputs inputs(JsonNode node, Provenance provenance) {
        FeatureVector vector = RecordJson.vector(node.get("vector"), schema);
        Situation situation = Situation.restore(values(node.get("situation")));
        List<Verdict> verdicts = new ArrayList<>();
        node.get("verdicts").forEach(verdict -> verdicts.add(RecordJson.verdict(verdict)));
        Dossier dossier = new Dossier(
                new AccountId(node.get("account_id").asText()),
                Days.micros(Instant.parse(node.get("as_of").asText())),
                vector,
                scoring.score(vector, group(situation)),
                situation,
                RecordJson.convert(node.get("context"), ResponseContext.class),
                verdicts);
        List<Double> prices = new ArrayList<>();
        node.get("prices_minor").forEach(price -> prices.add(price.doubleValue()));
        JsonNode planned = node.get("planned");
        return new DecisionInputs(
                provenance,
                dossier,
                new Prices(prices),
                RecordJson.convert(node.get("draws"), Draws.class),
                planned.isNull() ? null : planned.intValue());
    }

    private static ScoringGroup group(Situation situation) {
        Object segment = situation.values().get("account.segment");
        return ScoringGroup.of(
                Currency.getInstance(situation.text("account.currency")),
                Coded.get(ReceivableType.class, situation.text("account.receivable_type")),
                segment == null ? null : segment.toString());
    }

    private static Map<String, @Nullable Object> values(JsonNode node) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            values.put(
                    entry.getKey(),
                    value.isNull()
                            ? null
                            : value.isBoolean()
                                    ? (Object) value.booleanValue()
                                    : value.isNumber() ? value.numberValue() : value.asText());
        });
        return values;
    }
}
