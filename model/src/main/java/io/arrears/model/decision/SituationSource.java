package io.arrears.model.decision;

import io.arrears.model.account.Account;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.scoring.Scores;

/** What the fields of a situation are read from. */
public record SituationSource(KnownHistory known, Account account, Scores scores) {
    public static SituationSource of(KnownHistory known, Scores scores) {
        return new SituationSource(known, known.getAccount(), scores);
    }

    /** An amount of the account in currency units. */
    double units(double minor) {
        return minor / StrictMath.pow(10, Money.decimals(account.currency()));
    }
}
