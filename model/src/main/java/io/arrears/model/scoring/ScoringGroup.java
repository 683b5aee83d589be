package io.arrears.model.scoring;

import io.arrears.model.account.Account;
import io.arrears.model.account.ReceivableType;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a score depends on beside the vector: whom an account is calibrated with, and the currency of its cash.
 *
 * @param segment the creditor's; empty when there is none
 */
public record ScoringGroup(Currency currency, ReceivableType type, String segment) {
    public static ScoringGroup of(Account account) {
        return of(account.currency(), account.type(), account.profile().segment());
    }

    public static ScoringGroup of(Currency currency, ReceivableType type, @Nullable String segment) {
        return new ScoringGroup(currency, type, segment == null ? "" : segment);
    }
}
