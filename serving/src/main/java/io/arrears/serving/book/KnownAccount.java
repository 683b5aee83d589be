package io.arrears.serving.book;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Fact;
import io.arrears.model.account.KnownHistory;
import java.util.List;

/**
 * An account as the service has it.
 *
 * @param versions every version of every fact, in no order
 * @param asOfMicros the instant of knowledge an answer about it is given at unless the caller asks for another
 * @param hasNews whether anything came in since the run in force was published
 */
public record KnownAccount(AccountHistory history, List<Fact> versions, long asOfMicros, boolean hasNews) {
    public KnownAccount {
        versions = List.copyOf(versions);
    }

    /** What is known of it now. */
    public KnownHistory known() {
        return history.knownAt(asOfMicros);
    }
}
