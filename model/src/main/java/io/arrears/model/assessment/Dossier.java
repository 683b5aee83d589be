package io.arrears.model.assessment;

import io.arrears.model.account.AccountId;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.Situation;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.Scores;
import java.util.List;

/**
 * Everything the value of an account's arms depends on, besides the artefacts and the strategy: what a decision record
 * keeps and a replay starts from.
 *
 * @param asOfMicros the instant of knowledge
 * @param verdicts what contact law says of each arm of the strategy, in its order; {@code none} first
 */
public record Dossier(
        AccountId accountId,
        long asOfMicros,
        FeatureVector vector,
        Scores scores,
        Situation situation,
        ResponseContext context,
        List<Verdict> verdicts) {
    public Dossier {
        verdicts = List.copyOf(verdicts);
    }
}
