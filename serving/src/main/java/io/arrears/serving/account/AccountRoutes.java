package io.arrears.serving.account;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.serving.book.Book;
import io.arrears.serving.book.ContactLaws;
import io.arrears.serving.book.KnownAccount;
import io.arrears.serving.http.Access;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.http.Query;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.scores.Champion;
import io.arrears.serving.scores.ScoreAnswer;
import io.javalin.http.Context;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** GET /v1/accounts/{id}. */
public final class AccountRoutes implements RouteSource {
    private static final int WEEK_DAYS = 7;

    private final Book book;
    private final Champion champion;
    private final PublishedPlan plan;
    private final ContactLaws laws;

    public AccountRoutes(Book book, Champion champion, Mart mart) {
        this.book = book;
        this.champion = champion;
        this.plan = new PublishedPlan(mart);
        this.laws = new ContactLaws(mart);
    }

    @Override
    public List<Route> routes() {
        Operation operation = Operation.of("getAccount", "accounts", "One account with everything known of it now")
                .gives("Account")
                .fails(ProblemCode.INVALID_PARAMETER, ProblemCode.UNKNOWN_ACCOUNT, ProblemCode.NOTHING_PUBLISHED);
        return List.of(Route.get("/v1/accounts/{id}", Access.ACCOUNTS, operation, this::get));
    }

    private void get(Context ctx) {
        AccountId id = id(ctx.pathParam("id"));
        KnownAccount account = book.find(id)
                .filter(found -> found.known().findAccount().isPresent())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNKNOWN_ACCOUNT, "account %s is not in the run in force".formatted(id)));
        Json.write(ctx, answer(account));
    }

    private AccountAnswer answer(KnownAccount account) {
        KnownHistory known = account.known();
        Currency currency = known.getAccount().currency();
        ScoreAnswer scores = champion.find()
                .map(model -> ScoreAnswer.of(known, model.score(known)))
                .orElse(null);
        return new AccountAnswer(
                Days.instant(known.asOfMicros()),
                AccountAnswer.Head.of(known),
                AccountAnswer.Balances.of(known),
                known.ledger().openItems().stream()
                        .map(item -> AccountAnswer.Item.of(item, currency, known.asOfDay()))
                        .toList(),
                scores,
                plan.get(known.id()),
                contactsLastWeek(known),
                laws.list(known, book.others(known)),
                Timeline.of(account.versions(), currency, known.asOfMicros()));
    }

    private static Map<String, Integer> contactsLastWeek(KnownHistory known) {
        Map<String, Integer> counts = new TreeMap<>();
        known.contacts().stream()
                .filter(Contact::isOutboundAttempt)
                .filter(contact -> contact.decidedDay() > known.asOfDay() - WEEK_DAYS)
                .forEach(contact -> counts.merge(contact.arm().channel().code(), 1, Integer::sum));
        return counts;
    }

    private static AccountId id(String text) {
        try {
            return new AccountId(text);
        } catch (IllegalArgumentException e) {
            throw Query.invalid("id", "is no account id: 1 to 128 printable characters");
        }
    }
}
