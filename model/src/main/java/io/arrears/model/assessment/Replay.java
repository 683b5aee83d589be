package io.arrears.model.assessment;

import io.arrears.model.account.Coded;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Situation;
import io.arrears.model.decision.Strategy;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.Scores;
import io.arrears.model.scoring.Scoring;
import io.arrears.model.scoring.ScoringGroup;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
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

        /** The record's inputs can't be read. */
        record Unreadable(String id, String why) implements Outcome {}
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
        return replay(new RecordReader().read(record));
    }

    public Outcome replay(RecordedDecision recorded) {
        return replayAll(List.of(recorded)).get(0);
    }

    /** What comes of each record, in their order; scored together, which is several times faster than one by one. */
    public List<Outcome> replayAll(List<RecordedDecision> records) {
        Outcome[] outcomes = new Outcome[records.size()];
        List<Given> given = new ArrayList<>(records.size());
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = findWrong(records.get(i).id(), records.get(i).provenance());
            if (outcomes[i] == null) {
                try {
                    given.add(given(i, records.get(i)));
                } catch (IllegalArgumentException e) {
                    outcomes[i] = unreadable(records.get(i), e);
                }
            }
        }
        List<Scores> scores = scoring.scoreAll(
                given.stream().map(Given::vector).toList(),
                given.stream().map(Given::group).toList());
        RecordWriter writer = new RecordWriter();
        for (int i = 0; i < scores.size(); i++) {
            outcomes[given.get(i).at] = replay(given.get(i), scores.get(i), writer);
        }
        return List.of(outcomes);
    }

    /** What the scores of a record depend on, and where among the others it stands. */
    private record Given(int at, RecordedDecision record, FeatureVector vector, ScoringGroup group) {}

    private Given given(int at, RecordedDecision record) {
        return new Given(at, record, FeatureVector.of(schema, record.vector()), group(record.situation()));
    }

    private static ScoringGroup group(Situation situation) {
        Object segment = situation.values().get("account.segment");
        return ScoringGroup.of(
                Currency.getInstance(situation.text("account.currency")),
                Coded.get(ReceivableType.class, situation.text("account.receivable_type")),
                segment == null ? null : segment.toString());
    }

    private static Outcome.Unreadable unreadable(RecordedDecision record, RuntimeException why) {
        return new Outcome.Unreadable(record.id(), String.valueOf(why.getMessage()));
    }

    private Outcome replay(Given given, Scores scores, RecordWriter writer) {
        RecordedDecision record = given.record;
        String made = record.provenance().modelId();
        if (!scores.modelId().equals(made)) {
            return new Outcome.WrongArtefact(record.id(), "model", made, scores.modelId());
        }
        try {
            DecisionInputs inputs = inputs(given, scores);
            String again = DecisionRecord.of(inputs, decide(inputs), writer).json();
            return again.equals(record.json())
                    ? new Outcome.Same(record.id())
                    : new Outcome.Different(record.id(), record.json(), again);
        } catch (IllegalArgumentException | DateTimeException e) {
            return unreadable(record, e);
        }
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

    private static DecisionInputs inputs(Given given, Scores scores) {
        RecordedDecision record = given.record;
        Dossier dossier = new Dossier(
                record.accountId(),
                record.asOfMicros(),
                given.vector,
                scores,
                record.situation(),
                record.context(),
                record.verdicts());
        return new DecisionInputs(record.provenance(), dossier, record.prices(), record.draws(), record.planned());
    }
}
