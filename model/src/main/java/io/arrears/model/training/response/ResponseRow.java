package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.training.evaluation.AccountEstimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One logged decision with what came of it.
 *
 * @param account number of the account it was about: decisions about one account are judged by a model that saw none
 * @param context what was known before it
 * @param propensity probability with which the logged policy chose the arm; NaN = unknown
 * @param paid whether at least one payment came within the horizon; absent = not matured
 * @param cashRatio cash received within the horizon over what the scores expect given a payment; NaN = unknown
 * @param rightParty whether the right party was met; absent = not recorded
 * @param complaint whether it drew a complaint; absent = not recorded
 */
public record ResponseRow(
        int account,
        ResponseContext context,
        Arm arm,
        double propensity,
        @Nullable Boolean paid,
        double cashRatio,
        @Nullable Boolean rightParty,
        @Nullable Boolean complaint) {
    public ResponseRow {
        if (!Double.isNaN(propensity) && !(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException(
                    "propensity is %s; it must be above 0 and at most 1, or NaN when unknown".formatted(propensity));
        }
    }

    /** The mean over rows of a value each; errors count the decisions about one account as one piece of evidence. */
    static AccountEstimate mean(List<ResponseRow> rows, double[] values) {
        return AccountEstimate.mean(
                values, rows.stream().mapToInt(ResponseRow::account).toArray());
    }
}
