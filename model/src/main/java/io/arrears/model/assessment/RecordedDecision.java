package io.arrears.model.assessment;

import io.arrears.model.account.AccountId;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision record, read: what it was made from, and its bytes.
 *
 * @param json as it was written
 * @param provenance which artefacts it followed
 * @param asOfMicros the instant of knowledge
 * @param vector one value per feature, NaN where missing; the array is the record's own
 * @param planned index of the arm a plan gave the account; absent when it was asked alone
 */
public record RecordedDecision(
        String json,
        String id,
        Provenance provenance,
        AccountId accountId,
        long asOfMicros,
        float[] vector,
        Situation situation,
        ResponseContext context,
        List<Verdict> verdicts,
        Prices prices,
        Draws draws,
        @Nullable Integer planned) {}
