package io.arrears.model.contact;

import io.arrears.model.account.Account;
import io.arrears.model.account.Party;
import io.arrears.model.account.ReceivableType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a rule binds.
 *
 * @param party only collectors of this kind; absent = both
 * @param jurisdictions places, e.g. {@code US} or {@code US-MA}; empty = everywhere. Unknown is not free: an account whose
 *     jurisdiction is absent, or is a larger place ({@code US} for {@code US-MA}), is bound too.
 * @param debtTypes only these; empty = all
 */
record Applicability(@Nullable Party party, List<String> jurisdictions, List<ReceivableType> debtTypes) {
    static final Applicability EVERYONE = new Applicability(null, List.of(), List.of());

    boolean covers(Account account) {
        String jurisdiction = account.profile().jurisdiction();
        boolean here = jurisdictions.isEmpty()
                || jurisdiction == null
                || jurisdictions.stream().anyMatch(place -> mayBe(jurisdiction, place));
        return here
                && (party == null || party == account.profile().party())
                && (debtTypes.isEmpty() || debtTypes.contains(account.type()));
    }

    private static boolean mayBe(String jurisdiction, String place) {
        return jurisdiction.equals(place)
                || jurisdiction.startsWith(place + "-")
                || place.startsWith(jurisdiction + "-");
    }
}
