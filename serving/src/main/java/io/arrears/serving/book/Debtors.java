package io.arrears.serving.book;

import io.arrears.model.account.AccountId;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.MartReader;
import io.arrears.serving.mart.NothingPublishedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which accounts share a debtor, in the run in force. Thread-safe. */
final class Debtors {
    private static final String SHARED = "SELECT debtor_id, account_id FROM account WHERE debtor_id IN "
            + "(SELECT debtor_id FROM account GROUP BY debtor_id HAVING count(*) > 1)";

    private final Mart mart;
    private volatile @Nullable Shared current;

    private record Shared(String runId, Map<String, List<AccountId>> accounts) {}

    Debtors(Mart mart) {
        this.mart = mart;
    }

    /** The accounts of a debtor that has several; none of one that doesn't. */
    List<AccountId> list(String debtor) {
        String run =
                mart.currentRun().orElseThrow(NothingPublishedException::new).runId();
        Shared shared = current;
        if (shared == null || !shared.runId().equals(run)) {
            shared = mart.read(Debtors::read);
            current = shared;
        }
        return shared.accounts().getOrDefault(debtor, List.of());
    }

    private static Shared read(MartReader reader) {
        Map<String, List<AccountId>> accounts = new HashMap<>();
        reader.list(
                SHARED,
                List.of(),
                row -> accounts.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new AccountId(row.getString(2))));
        return new Shared(reader.run().runId(), accounts);
    }
}
