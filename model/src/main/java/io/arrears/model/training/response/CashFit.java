package io.arrears.model.training.response;

import io.arrears.model.training.evaluation.AccountEstimate;
import io.arrears.model.training.evaluation.Interval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How amounts per payment differ between those who paid after an action and those who paid when left alone. Where the log
 * has propensities, a decision weighs their inverse, as if every arm had been chosen regardless of the account; decisions
 * without one are then left out.
 */
final class CashFit {
    /** Larger ratios are cut: a few settled-in-full accounts would speak for all. */
    private static final double LARGEST_RATIO = 10;

    private static final String NONE = "none";

    private final int accounts;
    private final SortedMap<String, Paid> byAction = new TreeMap<>();

    /** Payments after one action. */
    private static final class Paid {
        private final double[] amounts;
        private final double[] weights;
        private double squares;

        Paid(int accounts) {
            this.amounts = new double[accounts];
            this.weights = new double[accounts];
        }

        void add(int account, double amount, double weight) {
            amounts[account] += weight * amount;
            weights[account] += weight;
            squares += weight * weight;
        }

        AccountEstimate mean() {
            return AccountEstimate.ratio(amounts, weights);
        }

        /** The mean when so many payments more are believed to be of one amount. */
        double mean(double strength, double believed) {
            double weight = 0;
            double amount = 0;
            for (int account = 0; account < weights.length; account++) {
                weight += weights[account];
                amount += amounts[account];
            }
            double payments = weight * weight / squares; // as many as tell as much when they weigh the same
            return (payments * amount / weight + strength * believed) / (payments + strength);
        }
    }

    private CashFit(int accounts) {
        this.accounts = accounts;
    }

    static CashFit of(List<ResponseRow> rows) {
        boolean weighted = rows.stream().anyMatch(row -> !Double.isNaN(row.propensity()));
        Map<Integer, Integer> places = new HashMap<>();
        rows.forEach(row -> places.putIfAbsent(row.account(), places.size()));
        CashFit fit = new CashFit(places.size());
        for (ResponseRow row : rows) {
            double weight = weighted ? 1 / row.propensity() : 1;
            if (Boolean.TRUE.equals(row.paid()) && row.cashRatio() >= 0 && weight > 0) {
                fit.byAction
                        .computeIfAbsent(
                                row.arm().isNone() ? NONE : row.arm().action(), action -> new Paid(fit.accounts))
                        .add(places.getOrDefault(row.account(), 0), Math.min(LARGEST_RATIO, row.cashRatio()), weight);
            }
        }
        return fit;
    }

    /**
     * The factor of each action.
     *
     * @param strength how many payments the belief is worth that an action changes nothing
     */
    SortedMap<String, Double> factors(double strength) {
        Paid none = byAction.get(NONE);
        double alone = none == null ? 1 : none.mean(strength, 1);
        SortedMap<String, Double> factors = new TreeMap<>();
        byAction.forEach((action, paid) -> {
            if (!action.equals(NONE)) {
                factors.put(action, paid.mean(strength, alone) / alone);
            }
        });
        return factors;
    }

    /** The factor of each action as the log has it, with its interval; nothing when nobody who was left alone paid. */
    SortedMap<String, Interval> ratios() {
        SortedMap<String, Interval> ratios = new TreeMap<>();
        Paid none = byAction.get(NONE);
        if (none == null || none.mean().value() == 0) {
            return ratios;
        }
        byAction.forEach((action, paid) -> {
            if (!action.equals(NONE) && paid.mean().value() > 0) {
                Interval log = logRatio(paid.mean(), none.mean()).interval();
                ratios.put(action, new Interval(Math.exp(log.value()), Math.exp(log.low()), Math.exp(log.high())));
            }
        });
        return ratios;
    }

    private static AccountEstimate logRatio(AccountEstimate of, AccountEstimate to) {
        double[] influences = new double[of.influences().length];
        for (int account = 0; account < influences.length; account++) {
            influences[account] = of.influences()[account] / of.value() - to.influences()[account] / to.value();
        }
        return new AccountEstimate(Math.log(of.value() / to.value()), influences);
    }
}
