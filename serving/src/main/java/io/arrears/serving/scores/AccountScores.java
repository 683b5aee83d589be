package io.arrears.serving.scores;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.scoring.Scores;
import io.arrears.serving.book.Book;
import io.arrears.serving.book.KnownAccount;
import io.arrears.serving.http.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Scores accounts as they are known. Thread-safe. */
final class AccountScores {
    /** Accounts scored together: two blocks of the reasons. */
    private static final int AT_ONCE = 128;

    private final Book book;
    private final Champion champion;
    private final Shadow shadow;

    AccountScores(Book book, Champion champion, Shadow shadow) {
        this.book = book;
        this.champion = champion;
        this.shadow = shadow;
    }

    /**
     * Many scores in the order asked for.
     *
     * @param unknown ids the service doesn't know, or not yet at the as-of instant
     */
    record Batch(List<ScoreAnswer> scores, List<String> unknown) {}

    /**
     * Scores one account as it was known.
     *
     * @throws ProblemException no_model
     */
    ScoreAnswer score(KnownHistory known) {
        return answer(known, champion.get().score(known));
    }

    private ScoreAnswer answer(KnownHistory known, Scores scores) {
        shadow.scored(known, scores);
        return ScoreAnswer.of(known, scores);
    }

    /** Scores many accounts by id; {@code asOf} empty: as known now. */
    Batch scoreAll(List<AccountId> ids, OptionalLong asOfMicros) {
        Champion.Loaded model = champion.get();
        Map<AccountId, KnownAccount> accounts = book.listAll(new LinkedHashSet<>(ids));
        List<KnownHistory> found = new ArrayList<>(ids.size());
        List<String> unknown = new ArrayList<>();
        for (AccountId id : ids) {
            KnownAccount account = accounts.get(id);
            KnownHistory known =
                    account == null ? null : account.history().knownAt(asOfMicros.orElse(account.asOfMicros()));
            if (known == null || known.findAccount().isEmpty()) {
                unknown.add(id.value());
            } else {
                found.add(known);
            }
        }
        List<ScoreAnswer> scores = new ArrayList<>(found.size());
        for (int first = 0; first < found.size(); first += AT_ONCE) {
            List<KnownHistory> some = found.subList(first, Math.min(found.size(), first + AT_ONCE));
            List<Scores> scored = model.scoreAll(some);
            for (int i = 0; i < some.size(); i++) {
                scores.add(answer(some.get(i), scored.get(i)));
            }
        }
        return new Batch(scores, unknown);
    }
}
