package io.arrears.model.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What a book would be worth with more or less of one capacity, the others as they are.
 *
 * @param capacity its index in the strategy
 * @param share of the capacity as it is
 * @param limit the capacity at that share; where there is only a minimum, that minimum
 * @param value no plan under it is worth more, and the best is close to it
 * @param price what one more unit is worth there
 */
public record WhatIf(int capacity, double share, double limit, double value, double price) {
    private static final double[] SHARES = {0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2};
    /** Bigger books answer by every n-th account, about so many. */
    private static final int SAMPLE = 10_000;

    /**
     * A curve per capacity, from half to twice of it.
     *
     * @param taken what was taken of each capacity before the rest was left to {@code book}
     * @param takenValue what that is worth
     * @param bound of the whole as it is
     */
    static List<WhatIf> curves(BookPasses book, double[] taken, double takenValue, double bound) {
        List<WhatIf> curves = new ArrayList<>();
        AllocationTerms terms = book.terms();
        AllocationProblem sample = book.sample(Math.max(1, book.accounts() / SAMPLE));
        double share = book.accounts() == 0 ? 1 : (double) sample.accounts() / book.accounts();
        Found now = Found.of(sample);
        double scale = now.value == 0 ? 1 : (bound - takenValue) / now.value;
        for (int k = 0; k < terms.capacities(); k++) {
            for (double part : SHARES) {
                Limits scaled = scaled(terms.limits(), taken, k, part);
                boolean enough = part >= 1 && now.prices[k] == 0;
                Found then = part == 1 || enough
                        ? now
                        : Found.of(sample.with(terms.under(scaled).sampled(share)));
                boolean limited = terms.limits().most()[k] < Double.POSITIVE_INFINITY;
                double limit = limited ? scaled.most()[k] : scaled.least()[k];
                curves.add(new WhatIf(k, part, taken[k] + limit, takenValue + scale * then.value, then.prices[k]));
            }
        }
        return curves;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Found(double[] prices, double value) {
        static Found of(AllocationProblem asked) {
            DualSearch.Found found = DualSearch.search(asked);
            return new Found(found.prices(), found.boundary().bound(found.prices(), asked.limits()));
        }
    }

    private static Limits scaled(Limits left, double[] taken, int k, double share) {
        double[] least = left.least().clone();
        double[] most = left.most().clone();
        if (most[k] < Double.POSITIVE_INFINITY) {
            most[k] = Math.max(0, share * (most[k] + taken[k]) - taken[k]);
            least[k] = Math.min(least[k], most[k]);
        } else {
            least[k] = Math.max(0, share * (least[k] + taken[k]) - taken[k]);
        }
        return new Limits(least, most);
    }
}
