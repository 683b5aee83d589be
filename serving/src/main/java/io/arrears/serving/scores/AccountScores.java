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
        return score(champion.get(), known);
    }

    private ScoreAnswer score(Champion.Loaded model, KnownHistory known) {
        Scores scores = model.score(known);
        shadow.scored(known, scores);
        return ScoreAnswer.of(known, scores);
    }

    /** Scores many accounts by id; {@code asOf} empty: as known now. */
    Batch scoreAll(List<AccountId> ids, OptionalLong asOfMicros) {
        Champion.Loaded model = champion.get();
        Map<AccountId, KnownAccount> accounts = book.listAll(new LinkedHashSet<>(ids));
        List<ScoreAnswer> scores = new ArrayList<>(ids.size());
        List<String> unknown = new ArrayList<>();
        for (AccountId id : ids) {
            KnownAccount account = accounts.get(id);
            KnownHistory known =
                    account == null ? null : account.history().knownAt(asOfMicros.orElse(account.asOfMicros()));
            if (known == null || known.findAccount().isEmpty()) {
                unknown.add(id.value());
            } else {
                scores.add(score(model, known));
            }
        }
        return new Batch(scores, unknown);
    }
}
