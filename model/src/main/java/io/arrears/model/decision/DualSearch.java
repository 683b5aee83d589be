package io.arrears.model.decision;

import java.util.Arrays;

/**
 * Finds the prices that minimise the Lagrangian dual. The dual is convex with kinks; it is smoothed by a temperature
 * (log-sum-exp over the arms of an account), minimised by projected Newton steps, and the temperature is lowered. Of all
 * prices met, those with the lowest true bound win.
 *
 * <p>A big book is searched by a sample first, itself searched this way. The sample tells within which box the prices of
 * the whole book lie; one pass over the book finds the accounts that prices in the box can still move, and the search goes
 * on among them alone. Prices that press against the box move it.
 */
final class DualSearch {
    private static final int SEARCHED_WHOLE = 4096;
    private static final int STRIDE = 16;
    private static final int BIGGEST_SAMPLE = 1 << 16;
    private static final int MOST_BOXES = 6;
    private static final int STEPS = 40;
    private static final double FIRST_TEMPERATURE = 0.3;
    private static final double LAST_TEMPERATURE = 2e-5;
    private static final double COOLING = 0.3;
    private static final double ENOUGH = 1e-10;

    private final AllocationTerms terms;
    private final PriceBox widest;
    private final double[] scales;
    private final double lead;

    /**
     * @param lead by how much the best arm leads on average where one does: the measure of temperatures
     */
    private DualSearch(AllocationTerms terms, double span, double lead) {
        this.terms = terms;
        this.widest = PriceBox.widest(terms, span);
        this.lead = lead;
        this.scales = new double[terms.capacities()];
        for (int row = 0; row < terms.rows(); row++) {
            for (int k = 0; k < scales.length; k++) {
                scales[k] = Math.max(scales[k], terms.isBarred(row) ? 0 : terms.uses(row)[k]);
            }
        }
        Arrays.setAll(scales, k -> scales[k] > 0 ? scales[k] : 1);
    }

    /**
     * Prices, with the boundary of a box around them.
     *
     * @param error by how much prices found on a sample of this book may be wrong for the whole
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(double[] prices, Boundary boundary, PriceBox box, double[] error, DualSearch search) {
        /** The boundary of a box four times as wide. */
        Boundary wider(BookPasses book) {
            double[] spread = new double[prices.length];
            Arrays.setAll(spread, k -> 2 * (box.high()[k] - box.low()[k]) + 1e-2 * search.lead / search.scales[k]);
            return book.boundary(search.widest.around(prices, spread));
        }

        /** Every account, so that everyone can be left alone. */
        Boundary widest(BookPasses book) {
            return book.boundary(search.widest);
        }
    }

    static Found search(BookPasses book) {
        return book.accounts() <= SEARCHED_WHOLE ? searchWhole(book.sample(1)) : searchThroughSample(book);
    }

    private static Found searchWhole(AllocationProblem problem) {
        DualSearch search = new DualSearch(problem.terms(), problem.span(), meanLead(problem));
        double[] free = new double[problem.capacities()];
        Boundary atFree = problem.boundary(PriceBox.at(free));
        Boundary boundary = problem.boundary(search.widest);
        double[] prices = search.fits(atFree, free)
                ? free
                : search.cool(boundary, search.widest, free, FIRST_TEMPERATURE * search.lead);
        return search.found(prices, boundary, search.widest);
    }

    private static Found searchThroughSample(BookPasses book) {
        int stride = Math.max(STRIDE, (book.accounts() + BIGGEST_SAMPLE - 1) / BIGGEST_SAMPLE);
        Found rough = search(book.sample(stride));
        DualSearch search = new DualSearch(book.terms(), book.span(), rough.search.lead);
        double[] prices = rough.prices;
        double[] spread = rough.error.clone();
        for (int tried = 0; tried < MOST_BOXES; tried++) {
            PriceBox box = search.widest.around(prices, spread);
            Boundary boundary = book.boundary(box);
            prices = search.cool(boundary, box, prices, search.sway(box) / 8);
            if (!SmoothDual.at(boundary, prices, LAST_TEMPERATURE * search.lead).isCutShort(box, search.widest)) {
                return search.found(prices, boundary, box);
            }
            Arrays.setAll(spread, k -> 2 * spread[k] + 1e-3 * search.lead / search.scales[k]);
        }
        return search.everyAccount(book);
    }

    /** Where a few accounts of the whole book set the prices, a sample says nothing of them. */
    private Found everyAccount(BookPasses book) {
        Boundary boundary = book.boundary(widest);
        double[] prices = cool(boundary, widest, new double[terms.capacities()], FIRST_TEMPERATURE * lead);
        return found(prices, boundary, widest);
    }

    private boolean fits(Boundary boundary, double[] prices) {
        double[] used = terms.used(boundary.chosen(prices));
        for (int k = 0; k < used.length; k++) {
            if (used[k] > terms.limits().most()[k] || used[k] < terms.limits().least()[k]) {
                return false;
            }
        }
        return true;
    }

    private static double meanLead(AllocationProblem problem) {
        double[] free = problem.terms().charges(new double[problem.capacities()]);
        double sum = 0;
        int leading = 0;
        for (int i = 0; i < problem.accounts(); i++) {
            int choice = problem.best(i, free);
            sum += problem.merit(i, choice) - problem.merit(i, 0);
            leading += choice == 0 ? 0 : 1;
        }
        return leading == 0 ? 1 : sum / leading;
    }

    /** The most by which the charges of two arms can differ more than in the middle of a box. */
    private double sway(PriceBox box) {
        return Arrays.stream(box.sways(terms)).max().orElse(0);
    }

    private double[] cool(Boundary boundary, PriceBox box, double[] from, double firstTemperature) {
        double last = LAST_TEMPERATURE * lead;
        double temperature = Math.max(firstTemperature, last);
        double[] best = from.clone();
        double bestBound = boundary.contestedBound(from, terms.limits());
        double[] prices = from;
        while (true) {
            prices = descend(boundary, box, prices, temperature);
            double bound = boundary.contestedBound(prices, terms.limits());
            if (bound < bestBound) {
                bestBound = bound;
                best = prices;
            }
            if (temperature <= last) {
                return best;
            }
            temperature = Math.max(last, temperature * COOLING);
        }
    }

    private double[] descend(Boundary boundary, PriceBox box, double[] from, double temperature) {
        double[] prices = from;
        SmoothDual here = SmoothDual.at(boundary, prices, temperature);
        double damping = 1e-6;
        double enough = ENOUGH * boundary.allAccounts();
        for (int step = 0; step < STEPS && here.slope(box, scales) > enough; step++) {
            double[] next = here.newton(box, scales, damping);
            SmoothDual there = SmoothDual.at(boundary, next, temperature);
            if (there.value() < here.value()) {
                prices = next;
                here = there;
                damping = Math.max(1e-9, damping / 10);
            } else if (damping > 1e6) {
                break;
            } else {
                damping *= 30;
            }
        }
        return prices;
    }

    /** With four standard errors: only a guess at how wide to look, never relied upon. */
    private Found found(double[] prices, Boundary boundary, PriceBox box) {
        double temperature = Math.max(LAST_TEMPERATURE * lead, Math.min(0.02 * lead, sway(box) / 8));
        SmoothDual dual = SmoothDual.at(boundary, prices, temperature);
        return new Found(prices, boundary, box, new PriceError(boundary, prices, dual).spread(scales, lead), this);
    }
}
