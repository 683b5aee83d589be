package io.arrears.serving.scores;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.account.KnownHistory;
import io.arrears.serving.book.Book;
import io.arrears.serving.book.KnownAccount;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.intake.FieldErrors;
import io.arrears.serving.intake.InlineHistory;
import io.arrears.serving.intake.JsonObject;
import java.util.List;
import java.util.OptionalLong;

/** The account a request asks about, as known when it asks for: one of the book, or one whose history it brings. */
public final class AskedAccount {
    private AskedAccount() {}

    /**
     * Reads a request of schema ScoreRequest. Without as_of a known account is taken as known now, an inline history as of
     * its newest fact.
     *
     * @throws ProblemException invalid_input, unknown_account, or not_scorable when it was not known yet
     */
    public static KnownHistory read(JsonNode request, Book book) {
        FieldErrors errors = new FieldErrors();
        JsonObject body = new JsonObject(request, "", errors);
        errors.check();
        KnownHistory known = InlineHistory.isIn(body) ? inline(body, errors) : ofBook(body, errors, book);
        if (known.findAccount().isEmpty()) {
            throw new ProblemException(
                    ProblemCode.NOT_SCORABLE,
                    "account %s was not known yet at that instant: choose a later as_of".formatted(known.id()));
        }
        return known;
    }

    private static KnownHistory ofBook(JsonObject body, FieldErrors errors, Book book) {
        AccountId id = new AccountId(body.getText("account_id"));
        OptionalLong asOf = AsOf.find(body);
        body.refuseOthers();
        errors.check();
        KnownAccount account = book.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNKNOWN_ACCOUNT, "account %s is not in the run in force".formatted(id)));
        return account.history().knownAt(asOf.orElse(account.asOfMicros()));
    }

    private static KnownHistory inline(JsonObject body, FieldErrors errors) {
        OptionalLong asOf = AsOf.find(body);
        List<Fact> facts = InlineHistory.read(body, errors);
        body.refuseOthers();
        errors.check();
        long newest = facts.stream().mapToLong(Fact::knownMicros).max().orElse(0);
        return AccountHistory.of(new AccountId(facts.get(0).key()), facts).knownAt(asOf.orElse(newest));
    }
}
