package io.arrears.model.assessment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Days;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Standing;
import io.arrears.model.policy.Digest;
import io.arrears.model.scoring.FurtherScores;
import io.arrears.model.scoring.Reason;
import io.arrears.model.scoring.Scores;

/**
 * The record of one decision: every input and the answer.
 *
 * @param id names the inputs: the first 24 hex digits of their SHA-256
 * @param json canonical, on one line
 */
public record DecisionRecord(String id, String json) {
    public static DecisionRecord of(DecisionInputs inputs, Decision decision) {
        String given = RecordJson.text(inputs(inputs));
        String id = Digest.of(given).substring(0, 24);
        String answer = RecordJson.text(answer(decision));
        return new DecisionRecord(id, "{\"id\":\"" + id + "\",\"inputs\":" + given + ",\"answer\":" + answer + "}");
    }

    private static ObjectNode inputs(DecisionInputs inputs) {
        Dossier dossier = inputs.dossier();
        ObjectNode node = RecordJson.object();
        node.put("account_id", dossier.accountId().value());
        node.put("as_of", Days.instant(dossier.asOfMicros()).toString());
        node.set("provenance", RecordJson.MAPPER.valueToTree(inputs.provenance()));
        node.set("vector", RecordJson.vector(dossier.vector()));
        node.set("scores", scores(dossier.scores()));
        node.set("situation", RecordJson.MAPPER.valueToTree(dossier.situation().values()));
        node.set("context", RecordJson.MAPPER.valueToTree(dossier.context()));
        ArrayNode verdicts = node.putArray("verdicts");
        for (Verdict verdict : dossier.verdicts()) {
            verdicts.add(RecordJson.verdict(verdict));
        }
        ArrayNode prices = node.putArray("prices_minor");
        inputs.prices().perUnit().forEach(prices::add);
        node.set("draws", RecordJson.MAPPER.valueToTree(inputs.draws()));
        node.put("planned", inputs.planned());
        return node;
    }

    private static ObjectNode scores(Scores scores) {
        ObjectNode node = RecordJson.object();
        RecordJson.put(node, "pay_probability_30d", scores.payProbability30d());
        RecordJson.put(node, "expected_cash_30d_minor", scores.expectedCash30dMinor());
        RecordJson.put(node, "roll_probability", scores.rollProbability());
        further(scores.further(), node);
        ArrayNode reasons = node.putArray("reasons");
        for (Reason reason : scores.reasons()) {
            ObjectNode one = reasons.addObject();
            one.put("feature", reason.feature());
            RecordJson.put(one, "contribution", reason.contribution());
            one.put("text", reason.text());
        }
        return node;
    }

    /** Written only where the model says it: records of models that do not stay as they were. */
    private static void further(FurtherScores further, ObjectNode node) {
        if (!Double.isNaN(further.keptProbability())) {
            node.put("kept_probability", further.keptProbability());
        }
        if (!Double.isNaN(further.selfCureProbability())) {
            node.put("self_cure_probability", further.selfCureProbability());
        }
        if (!further.reach().isEmpty()) {
            ObjectNode reach = node.putObject("reach");
            further.reach().forEach(reach::put);
        }
    }

    private static ObjectNode answer(Decision decision) {
        ObjectNode node = RecordJson.object();
        node.put("arm", decision.arm().toString());
        if (decision instanceof Decision.Contact contact) {
            node.put("not_before", contact.slot().notBefore().toString());
            node.put("not_after", contact.slot().notAfter().toString());
        } else if (decision instanceof Decision.Hold hold) {
            node.put("hold_reason", hold.reason().code());
            node.put("detail", hold.detail());
        }
        Standing standing = decision.standing();
        RecordJson.put(node, "net_value_minor", standing.netValueMinor());
        RecordJson.put(node, "price_paid_minor", standing.pricePaidMinor());
        RecordJson.put(node, "propensity", standing.propensity());
        Arm runnerUp = standing.runnerUp();
        node.put("runner_up", runnerUp == null ? null : runnerUp.toString());
        RecordJson.put(node, "runner_up_gap_minor", standing.runnerUpGapMinor());
        return node;
    }
}
