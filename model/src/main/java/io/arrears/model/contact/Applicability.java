package io.arrears.model.contact;

import io.arrears.model.account.Account;
import io.arrears.model.account.Party;
import io.arrears.model.account.ReceivableType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a pack binds.
 *
 * @param party only collectors of this kind; absent = both
 * @param jurisdictions prefixes of the account's jurisdiction, e.g. {@code US}; empty = everywhere. An account without
 *     a jurisdiction is bound by every pack the strategy names: unknown is not free.
 * @param debtTypes only these; empty = all
 */
record Applicability(@Nullable Party party, List<String> jurisdictions, List<ReceivableType> debtTypes) {
    boolean covers(Account account) {
        String jurisdiction = account.profile().jurisdiction();
        boolean here = jurisdictions.isEmpty()
                || jurisdiction == null
                || jurisdictions.stream()
                        .anyMatch(prefix -> jurisdiction.equals(prefix) || jurisdiction.startsWith(prefix + "-"));
        return here
                && (party == null || party == account.profile().party())
                && (debtTypes.isEmpty() || debtTypes.contains(account.type()));
    }
}
