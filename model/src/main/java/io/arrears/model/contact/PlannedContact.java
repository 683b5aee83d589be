package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;

/**
 * A contact that might be made.
 *
 * @param vulnerableAllowed whether the strategy allows it for a debtor flagged vulnerable
 */
public record PlannedContact(Channel channel, ContactWindow window, boolean vulnerableAllowed) {}
