package io.arrears.serving.book;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Facts that came in live, per account. Thread-safe; readers see whole batches of an account or nothing of them. */
public final class Overlay {
    private final ConcurrentHashMap<AccountId, List<Fact>> facts = new ConcurrentHashMap<>();

    public void add(AccountId id, Fact fact) {
        facts.merge(id, List.of(fact), (old, more) -> {
            List<Fact> all = new ArrayList<>(old);
            all.addAll(more);
            return List.copyOf(all);
        });
    }

    /** What came in for an account, in order of arrival. */
    public List<Fact> list(AccountId id) {
        return facts.getOrDefault(id, List.of());
    }

    /** The accounts about which anything came in. */
    Set<AccountId> accounts() {
        return Set.copyOf(facts.keySet());
    }

    /** How many facts are laid over the book. */
    public long size() {
        return facts.values().stream().mapToLong(List::size).sum();
    }
}
