package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;

/**
 * A contact that might be made.
 *
 * @param action the strategy's name for what is said or offered
 * @param vulnerableAllowed whether the strategy allows it for a debtor flagged vulnerable
 * @param beyondRecommended whether the strategy lets it pass rules that only recommend
 */
public record PlannedContact(
        String action, Channel channel, ContactWindow window, boolean vulnerableAllowed, boolean beyondRecommended) {
    /** A reminder that keeps to what is recommended. */
    public PlannedContact(Channel channel, ContactWindow window, boolean vulnerableAllowed) {
        this("reminder", channel, window, vulnerableAllowed, false);
    }
}
