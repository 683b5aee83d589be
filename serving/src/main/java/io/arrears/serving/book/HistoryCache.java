package io.arrears.serving.book;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The published facts of the accounts asked for last, of one run. Thread-safe. */
final class HistoryCache {
    private static final int MAX_FACTS = 500_000;

    private final LinkedHashMap<AccountId, List<Fact>> accounts = new LinkedHashMap<>(16, 0.75f, true);
    private String run = "";
    private int facts;

    synchronized @Nullable List<Fact> find(String runId, AccountId id) {
        return runId.equals(run) ? accounts.get(id) : null;
    }

    synchronized void put(String runId, AccountId id, List<Fact> published) {
        if (!runId.equals(run)) {
            accounts.clear();
            facts = 0;
            run = runId;
        }
        List<Fact> old = accounts.put(id, List.copyOf(published));
        facts += published.size() - (old == null ? 0 : old.size());
        var eldest = accounts.entrySet().iterator();
        while (facts > MAX_FACTS && eldest.hasNext()) {
            Map.Entry<AccountId, List<Fact>> entry = eldest.next();
            facts -= entry.getValue().size();
            eldest.remove();
        }
    }
}
