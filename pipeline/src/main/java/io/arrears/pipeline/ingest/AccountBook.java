package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.Payment;
import io.arrears.model.account.Promise;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import java.util.ArrayList;
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

    private final Map<FactTable, Map<String, FactVersions>> versions = new EnumMap<>(FactTable.class);
    private final TakenBack takenBack = new TakenBack();
    private long amountsMinor;

    AccountBook(List<Fact> known) {
        known.forEach(this::add);
    }

    void add(Fact fact) {
        amountsMinor += amountMinor(fact);
        Map<String, FactVersions> byKey = versions.computeIfAbsent(fact.table(), table -> new HashMap<>());
        FactVersions known = byKey.get(fact.key());
        Fact before = known == null ? null : known.latest();
        if (known == null) {
            known = new FactVersions(fact);
            byKey.put(fact.key(), known);
        } else {
            known.add(fact);
        }
        if (known.latest() instanceof Payment latest && latest != before) {
            takenBack.replace((Payment) before, latest);
        }
    }

    /** What the account's amounts would come to with these facts, every version counted. */
    long amountsMinorWith(List<Fact> more) {
        return amountsMinor + more.stream().mapToLong(AccountBook::amountMinor).sum();
    }

    private static long amountMinor(Fact fact) {
        if (fact instanceof Invoice invoice) {
            return invoice.amountMinor();
        } else if (fact instanceof Payment payment) {
            return payment.amountMinor();
        }
        return fact instanceof Promise promise ? promise.amountMinor() : 0;
    }

    /** The reversals of a payment, each in the version known last. */
    TakenBack.Reversals reversalsOf(String paymentId) {
        return takenBack.of(paymentId);
    }

    /**
     * A fact is repeated when the version in force at its known time already says the same, in conflict when that
     * version has the very same known time and says something else, and new otherwise.
     */
    Verdict judge(Fact fact) {
        FactVersions known = versions(fact.table()).get(fact.key());
        Fact inForce = known == null ? null : known.findInForce(fact.knownMicros());
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

    private Map<String, FactVersions> versions(FactTable table) {
        return versions.getOrDefault(table, Map.of());
    }

    boolean holds(FactTable table, String key) {
        return versions(table).containsKey(key);
    }

    /** The version known last; null when the key is unknown. */
    @Nullable
    Fact findLatest(FactTable table, String key) {
        FactVersions known = versions(table).get(key);
        return known == null ? null : known.latest();
    }

    /** The account itself; null when it is unknown. */
    @Nullable
    Account findAccount() {
        for (FactVersions known : versions(FactTable.ACCOUNTS).values()) {
            return (Account) known.latest();
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
        for (FactVersions known : versions(table).values()) {
            latest.add(type.cast(known.latest()));
        }
        return latest;
    }
}
