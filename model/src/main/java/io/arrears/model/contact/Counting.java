package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import java.util.Set;

/**
 * What a cap counts.
 *
 * @param channels contacts on them count
 * @param afterConversation only what came after the first conversation about the debt counts
 */
record Counting(
        CountingUnit unit, Set<Channel> channels, Scope scope, Exclusions exclusions, boolean afterConversation) {
    /** Whether a contact is of the kind, whenever it was. */
    boolean counts(Contact contact) {
        return channels.contains(contact.arm().channel()) && unit.counts(contact);
    }
}
