package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One account as it was known at an instant: per fact the latest known version, in order of event day. Lists are
 * read-only. Obtained from {@link AccountHistory} only.
 */
public final class KnownHistory {
    private final AccountId id;
    private final long asOfMicros;
    private final int asOfDay;
    private @Nullable Account account;
    private final List<Invoice> invoices = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();
    private @Nullable Ledger ledger;

    KnownHistory(AccountId id, long asOfMicros) {
        this.id = id;
        this.asOfMicros = asOfMicros;
        this.asOfDay = Days.of(asOfMicros);
    }

    /** Facts come in order of event day. */
    void add(Fact fact) {
        if (fact instanceof Account value) {
            account = value;
        } else if (fact instanceof Invoice value) {
            invoices.add(value);
        } else if (fact instanceof Payment value) {
            payments.add(value);
        } else if (fact instanceof Contact value) {
            contacts.add(value);
        } else if (fact instanceof Promise value) {
            promises.add(value);
        } else if (fact instanceof Dispute value) {
            disputes.add(value);
        } else if (fact instanceof Consent value) {
            consents.add(value);
        } else if (fact instanceof Flag value) {
            flags.add(value);
        }
    }

    public AccountId id() {
        return id;
    }

    /** The instant of knowledge, in microseconds. */
    public long asOfMicros() {
        return asOfMicros;
    }

    /** The UTC day of the instant of knowledge. */
    public int asOfDay() {
        return asOfDay;
    }

    /** The account itself; empty when it was not yet known. */
    public Optional<Account> findAccount() {
        return Optional.ofNullable(account);
    }

    /**
     * The account itself.
     *
     * @throws IllegalStateException when it was not yet known
     */
    public Account getAccount() {
        if (account == null) {
            throw new IllegalStateException(
                    "account %s was not known on %s: choose a later date".formatted(id, Days.date(asOfDay)));
        }
        return account;
    }

    public List<Invoice> invoices() {
        return Collections.unmodifiableList(invoices);
    }

    public List<Payment> payments() {
        return Collections.unmodifiableList(payments);
    }

    public List<Contact> contacts() {
        return Collections.unmodifiableList(contacts);
    }

    public List<Promise> promises() {
        return Collections.unmodifiableList(promises);
    }

    public List<Dispute> disputes() {
        return Collections.unmodifiableList(disputes);
    }

    public List<Consent> consents() {
        return Collections.unmodifiableList(consents);
    }

    public List<Flag> flags() {
        return Collections.unmodifiableList(flags);
    }

    /** The items and what is open of them, through the as-of day. Computed once. */
    public Ledger ledger() {
        if (ledger == null) {
            ledger = Ledger.through(asOfDay, invoices, payments);
        }
        return ledger;
    }

    /**
     * Goes on with the ledger of an earlier day of the same account where that is as good as a replay. The earlier one
     * gives it away and would replay its own anew.
     */
    void takeLedgerOf(KnownHistory earlier) {
        Ledger replayed = earlier.ledger;
        earlier.ledger = null;
        if (replayed != null && replayed.extend(invoices, payments)) {
            replayed.advanceTo(asOfDay);
            ledger = replayed;
        }
    }

    /** Days past due of the oldest open item on the as-of day; 0 when nothing is past due. */
    public int daysPastDue() {
        return ledger().daysPastDue(asOfDay);
    }

    public boolean isFlagged(FlagKind kind) {
        return flags.stream().anyMatch(flag -> flag.kind() == kind && flag.isInForceOn(asOfDay));
    }

    /** An account is open when it has an open balance and is not sold. */
    public boolean isOpen() {
        return account != null && ledger().openMinor() > 0 && !isFlagged(FlagKind.SOLD);
    }
}
