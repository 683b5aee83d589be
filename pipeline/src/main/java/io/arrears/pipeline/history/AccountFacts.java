package io.arrears.pipeline.history;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import java.util.List;

/** Every version of every fact of one account, as the lake holds them. For ingest; folds see the history instead. */
public record AccountFacts(String accountId, List<Fact> facts) {
    AccountHistory history() {
        return AccountHistory.of(new AccountId(accountId), facts);
    }
}
