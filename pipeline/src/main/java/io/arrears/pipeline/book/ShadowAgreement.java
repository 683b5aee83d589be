package io.arrears.pipeline.book;

import java.util.List;

/** How far the model in the shadow agrees with the champion on the book of a day. */
public record ShadowAgreement(String champion, String challenger, List<ByScore> scores) {
    /**
     * On one score, over the accounts both gave it.
     *
     * @param score its column among the scores; cash in units of each account's currency
     * @param accounts with both
     * @param rankCorrelation Spearman's, equal scores sharing their mean rank; NaN where one of both is the same for all
     * @param decileChanged share of accounts that stand in another tenth of the book; equal scores stand in the same
     */
    public record ByScore(
            String score,
            long accounts,
            double meanAbsoluteDifference,
            double largestDifference,
            double rankCorrelation,
            double decileChanged) {}

    public ShadowAgreement {
        scores = List.copyOf(scores);
    }
}
