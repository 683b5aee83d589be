package io.arrears.model.training.response;

import io.arrears.model.training.evaluation.Interval;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well the response was learned, judged on decisions about accounts that the judged fit had not seen.
 *
 * @param decisions judged
 * @param accounts they were about
 * @param chosen name of the learner whose model is used
 * @param learners all that were tried: on all decisions the best of each kind, on a share of them all; the best first
 * @param policy what choosing by the response is worth; absent when the log has too few propensities to tell
 * @param verdict the same in a sentence
 * @param amounts by action, how much comes per payment against leaving alone, as the log has it; the model's factors are
 *     shrunk to 1
 */
public record ResponseEvaluation(
        int decisions,
        int accounts,
        String chosen,
        List<Figure> learners,
        @Nullable Policy policy,
        String verdict,
        SortedMap<String, Interval> amounts) {
    public ResponseEvaluation {
        learners = List.copyOf(learners);
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    /**
     * One learner.
     *
     * @param decisions on which it was judged
     * @param logLoss per decision, weighted as if every arm had been chosen regardless of the account
     * @param gain by how much lower it is than without any effect of contact
     * @param policy what choosing by it is worth: told of the best of each kind, where the log has propensities
     */
    public record Figure(
            String learner,
            int decisions,
            double logLoss,
            Interval gain,
            @Nullable Policy policy) {
        Figure worth(@Nullable Policy told) {
            return new Figure(learner, decisions, logLoss, gain, told);
        }
    }

    /**
     * Probability of a payment per decision, doubly robust.
     *
     * @param constantArm the one arm that does best given to all who may get it, {@code none} included
     * @param logged what the log's policy got
     * @param none of leaving every account alone
     * @param constant of the constant arm
     * @param response of the arm with the highest probability for each account
     * @param overConstant gain of the last over the constant arm
     * @param auuc area under the uplift curve: mean gain over leaving alone when the share contacted, those with most
     *     expected uplift first, is drawn evenly from 0 to 1
     * @param qini how much of it is due to the order: the area above contacting at random
     */
    public record Policy(
            String constantArm,
            Interval logged,
            Interval none,
            Interval constant,
            Interval response,
            Interval overConstant,
            Interval auuc,
            Interval qini) {
        /** Whether telling accounts apart is worth something, beyond chance. */
        public boolean beatsConstant() {
            return overConstant.low() > 0;
        }
    }
}
