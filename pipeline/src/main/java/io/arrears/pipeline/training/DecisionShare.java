package io.arrears.pipeline.training;

import io.arrears.model.account.Contact;
import io.arrears.model.account.KnownHistory;

/**
 * Which share of an account's logged decisions is looked at. To look at one, the account is seen as it was known then,
 * so that all of them cost its facts squared. Ten million facts are visited at most, which is every decision of an
 * account with a thousand of them among ten thousand facts; of larger ones the share that fits, chosen by the
 * decisions' ids alone.
 *
 * @param share in (0, 1]
 */
public record DecisionShare(double share) {
    static final double MOST_VISITS = 1e7;

    public static DecisionShare of(KnownHistory known) {
        double decisions = known.contacts().size();
        double facts = decisions
                + known.payments().size()
                + known.invoices().size()
                + known.promises().size();
        return new DecisionShare(Math.min(1, MOST_VISITS / Math.max(1, decisions * facts)));
    }

    public boolean takes(Contact decision) {
        return TrainingFold.isTaken(decision.id(), share);
    }

    /** The smaller of two shares. */
    DecisionShare atMost(double other) {
        return new DecisionShare(Math.min(share, other));
    }
}
