package io.arrears.model.contact;

import io.arrears.model.account.Contact;
import io.arrears.model.account.Flag;
import io.arrears.model.account.KnownHistory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What rules that reach over all accounts of a debtor need of the others: contacts made, flags, and contacts that a plan
 * has promised to them already. Immutable.
 */
public record OtherAccounts(List<Contact> contacts, List<Flag> flags, List<PlannedSlot> planned)
        implements Serializable {
    /** The debtor has no other account, or none that is known. */
    public static final OtherAccounts NONE = new OtherAccounts(List.of(), List.of(), List.of());

    public OtherAccounts {
        contacts = List.copyOf(contacts);
        flags = List.copyOf(flags);
        planned = List.copyOf(planned);
    }

    /** Of the debtor's other accounts as they were known at the same instant. */
    public static OtherAccounts of(Collection<KnownHistory> others) {
        List<Contact> contacts = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        for (KnownHistory other : others) {
            contacts.addAll(other.contacts());
            flags.addAll(other.flags());
        }
        return new OtherAccounts(contacts, flags, List.of());
    }

    /** These accounts once more contacts are promised to them. */
    public OtherAccounts with(Collection<PlannedSlot> more) {
        List<PlannedSlot> all = new ArrayList<>(planned);
        all.addAll(more);
        return new OtherAccounts(contacts, flags, all);
    }
}
