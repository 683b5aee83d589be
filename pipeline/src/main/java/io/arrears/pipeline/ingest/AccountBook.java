package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.Payment;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every version of every fact of one account, by table and key: what a new row is held against. Not thread-safe. */
final class AccountBook {
    /** What a row says beside what is known. */
    enum Verdict {
        NEW,
        REPEATED,
        CONFLICT
    }

    private final Map<FactTable, Map<String, Fact[]>> versions = new EnumMap<>(FactTable.class);

    AccountBook(List<Fact> known) {
        known.forEach(this::add);
    }

    void add(Fact fact) {
        versions.computeIfAbsent(fact.table(), table -> new HashMap<>())
                .merge(fact.key(), new Fact[] {fact}, AccountBook::joined);
    }

    private static Fact[] joined(Fact[] known, Fact[] more) {
        Fact[] all = Arrays.copyOf(known, known.length + more.length);
        System.arraycopy(more, 0, all, known.length, more.length);
        return all;
    }

    /**
     * A fact is repeated when the version in force at its known time already says the same, in conflict when that
     * version has the very same known time and says something else, and new otherwise.
     */
    Verdict judge(Fact fact) {
        Fact inForce = null;
        for (Fact version : versions(fact.table(), fact.key())) {
            if (version.knownMicros() <= fact.knownMicros()
                    && (inForce == null || version.knownMicros() > inForce.knownMicros())) {
                inForce = version;
            }
        }
        if (inForce == null) {
            return Verdict.NEW;
        }
        if (saysTheSame(inForce, fact)) {
            return Verdict.REPEATED;
        }
        return inForce.knownMicros() == fact.knownMicros() ? Verdict.CONFLICT : Verdict.NEW;
    }

    private static boolean saysTheSame(Fact one, Fact other) {
        AccountId nobody = new AccountId("-");
        FactRow a = FactCodec.toRow(nobody, one);
        FactRow b = FactCodec.toRow(nobody, other);
        for (FactColumn column : FactColumn.values()) {
            if (column != FactColumn.KNOWN_US && !Objects.equals(a.get(column), b.get(column))) {
                return false;
            }
        }
        return true;
    }

    private Fact[] versions(FactTable table, String key) {
        return versions.getOrDefault(table, Map.of()).getOrDefault(key, new Fact[0]);
    }

    boolean holds(FactTable table, String key) {
        return versions.getOrDefault(table, Map.of()).containsKey(key);
    }

    /** The version known last; null when the key is unknown. */
    @Nullable
    Fact findLatest(FactTable table, String key) {
        Fact[] known = versions(table, key);
        return known.length == 0 ? null : latest(known);
    }

    private static Fact latest(Fact[] known) {
        Fact latest = known[0];
        for (Fact version : known) {
            if (version.knownMicros() > latest.knownMicros()) {
                latest = version;
            }
        }
        return latest;
    }

    /** The account itself; null when it is unknown. */
    @Nullable
    Account findAccount() {
        for (Fact[] known : versions.getOrDefault(FactTable.ACCOUNTS, Map.of()).values()) {
            return (Account) latest(known);
        }
        return null;
    }

    List<Invoice> invoices() {
        return latest(FactTable.INVOICES, Invoice.class);
    }

    List<Payment> payments() {
        return latest(FactTable.PAYMENTS, Payment.class);
    }

    private <T extends Fact> List<T> latest(FactTable table, Class<T> type) {
        List<T> latest = new ArrayList<>();
        for (Fact[] known : versions.getOrDefault(table, Map.of()).values()) {
            latest.add(type.cast(latest(known)));
        }
        return latest;
    }
}
