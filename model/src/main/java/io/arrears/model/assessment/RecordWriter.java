package io.arrears.model.assessment;

import com.fasterxml.jackson.core.JsonGenerator;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Days;
import io.arrears.model.contact.Severity;
import io.arrears.model.contact.Slot;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Standing;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.FurtherScores;
import io.arrears.model.scoring.Reason;
import io.arrears.model.scoring.Scores;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes decision records. The many of one writer share the texts of their instants. Not thread-safe. */
final class RecordWriter {
    private static final int USUAL_LENGTH = 1 << 13;

    private final Map<Instant, String> instants = new HashMap<>();

    /** Writes into a generator. */
    private interface Part {
        void write(JsonGenerator out) throws IOException;
    }

    String inputs(DecisionInputs inputs) {
        return text(out -> inputs(inputs, out));
    }

    String answer(Decision decision) {
        return text(out -> answer(decision, out));
    }

    private static String text(Part part) {
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator out = RecordJson.MAPPER.createGenerator(text)) {
            out.writeStartObject();
            part.write(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a decision record can't be written", e);
        }
        return text.toString();
    }

    private void inputs(DecisionInputs inputs, JsonGenerator out) throws IOException {
        Dossier dossier = inputs.dossier();
        out.writeStringField("account_id", dossier.accountId().value());
        instant("as_of", Days.instant(dossier.asOfMicros()), out);
        out.writeObjectField("provenance", inputs.provenance());
        vector(dossier.vector(), out);
        scores(dossier.scores(), out);
        out.writeObjectField("situation", dossier.situation().values());
        out.writeObjectField("context", dossier.context());
        out.writeArrayFieldStart("verdicts");
        for (Verdict verdict : dossier.verdicts()) {
            verdict(verdict, out);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("prices_minor");
        for (double price : inputs.prices().perUnit()) {
            out.writeNumber(price);
        }
        out.writeEndArray();
        out.writeObjectField("draws", inputs.draws());
        out.writeObjectField("planned", inputs.planned());
    }

    private static void vector(FeatureVector vector, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("vector");
        for (int i = 0; i < vector.size(); i++) {
            if (vector.isMissing(i)) {
                out.writeNull();
            } else {
                out.writeNumber(vector.get(i));
            }
        }
        out.writeEndArray();
    }

    private static void scores(Scores scores, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("scores");
        number("pay_probability_30d", scores.payProbability30d(), out);
        number("expected_cash_30d_minor", scores.expectedCash30dMinor(), out);
        number("roll_probability", scores.rollProbability(), out);
        further(scores.further(), out);
        out.writeArrayFieldStart("reasons");
        for (Reason reason : scores.reasons()) {
            out.writeStartObject();
            out.writeStringField("feature", reason.feature());
            number("contribution", reason.contribution(), out);
            out.writeStringField("text", reason.text());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** Written only where the model says it: records of models that do not stay as they were. */
    private static void further(FurtherScores further, JsonGenerator out) throws IOException {
        if (!Double.isNaN(further.keptProbability())) {
            out.writeNumberField("kept_probability", further.keptProbability());
        }
        if (!Double.isNaN(further.selfCureProbability())) {
            out.writeNumberField("self_cure_probability", further.selfCureProbability());
        }
        if (!further.reach().isEmpty()) {
            out.writeObjectFieldStart("reach");
            for (Map.Entry<String, Double> reach : further.reach().entrySet()) {
                out.writeNumberField(reach.getKey(), reach.getValue());
            }
            out.writeEndObject();
        }
    }

    private void verdict(Verdict verdict, JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (verdict instanceof Verdict.Allowed allowed) {
            slot(allowed.slot(), out);
        } else if (verdict instanceof Verdict.Blocked blocked) {
            out.writeStringField("rule", blocked.rule());
            out.writeStringField("citation", blocked.citation());
            if (blocked.severity() != Severity.BLOCK) { // records from before rules told it stay as they were
                out.writeStringField("severity", blocked.severity().code());
            }
            out.writeArrayFieldStart("counted");
            for (String id : blocked.countedEvents()) {
                out.writeString(id);
            }
            out.writeEndArray();
            instant("earliest_next", blocked.earliestNext(), out);
        }
        out.writeEndObject();
    }

    private void answer(Decision decision, JsonGenerator out) throws IOException {
        out.writeStringField("arm", decision.arm().toString());
        if (decision instanceof Decision.Contact contact) {
            slot(contact.slot(), out);
        } else if (decision instanceof Decision.Hold hold) {
            out.writeStringField("hold_reason", hold.reason().code());
            out.writeStringField("detail", hold.detail());
        }
        Standing standing = decision.standing();
        number("net_value_minor", standing.netValueMinor(), out);
        number("price_paid_minor", standing.pricePaidMinor(), out);
        number("propensity", standing.propensity(), out);
        Arm runnerUp = standing.runnerUp();
        out.writeStringField("runner_up", runnerUp == null ? null : runnerUp.toString());
        number("runner_up_gap_minor", standing.runnerUpGapMinor(), out);
    }

    private void slot(Slot slot, JsonGenerator out) throws IOException {
        instant("not_before", slot.notBefore(), out);
        instant("not_after", slot.notAfter(), out);
    }

    private void instant(String key, @Nullable Instant instant, JsonGenerator out) throws IOException {
        out.writeStringField(key, instant == null ? null : instants.computeIfAbsent(instant, Instant::toString));
    }

    private static void number(String key, double value, JsonGenerator out) throws IOException {
        if (Double.isFinite(value)) {
            out.writeNumberField(key, value);
        } else {
            out.writeNullField(key);
        }
    }
}
