package io.arrears.pipeline.book;

import io.arrears.model.account.Contact;
import io.arrears.model.account.Flag;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.OtherAccounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/**
 * What contact law needs of the other accounts of a debtor, for the accounts whose debtor has several: contacts of the last
 * year and flags. Shipped to executors.
 */
final class DebtorBook implements Serializable {
    private static final long serialVersionUID = 1L;
    /** No cap counts anything longer ago. */
    private static final int COUNTABLE_DAYS = 370;

    private record Member(String account, ArrayList<Contact> contacts, ArrayList<Flag> flags) implements Serializable {}

    private final HashMap<String, ArrayList<Member>> membersByAccount = new HashMap<>();

    /** @param debtors the accounts of each debtor */
    static DebtorBook of(Collection<List<KnownHistory>> debtors) {
        DebtorBook book = new DebtorBook();
        for (List<KnownHistory> accounts : debtors) {
            ArrayList<Member> members = new ArrayList<>();
            accounts.forEach(account -> members.add(member(account)));
            members.forEach(member -> book.membersByAccount.put(member.account(), members));
        }
        return book;
    }

    private static Member member(KnownHistory account) {
        ArrayList<Contact> recent = new ArrayList<>(account.contacts());
        recent.removeIf(contact -> contact.decidedDay() < account.asOfDay() - COUNTABLE_DAYS);
        return new Member(account.id().value(), recent, new ArrayList<>(account.flags()));
    }

    /** The debtor's accounts other than {@code account}. */
    OtherAccounts others(String account) {
        List<Member> members = membersByAccount.get(account);
        if (members == null) {
            return OtherAccounts.NONE;
        }
        List<Contact> contacts = new ArrayList<>();
        List<Flag> flags = new ArrayList<>();
        for (Member member : members) {
            if (!member.account().equals(account)) {
                contacts.addAll(member.contacts());
                flags.addAll(member.flags());
            }
        }
        return new OtherAccounts(contacts, flags, List.of());
    }
}
