package io.arrears.model.decision;

/**
 * Chooses one arm per account so that all are worth most together within the capacities: prices by the Lagrangian dual,
 * each account's best arm at those prices, then repair of what is over a limit, filling of what is left, and annealing. Books of a
 * few accounts are searched to the end. Deterministic; the maxima hold exactly, the minima where they can be reached.
 */
public final class Allocator {
    private static final int SEARCHED_TO_THE_END = 14;
    /** Keeps rounding from making an arm that nobody can be given look as good as another. */
    private static final double ROUNDING = 1e-9;

    private Allocator() {}

    public static Allocation allocate(AllocationProblem problem) {
        PricedBook priced = price(problem);
        int[] choice = priced.choose(problem, 0);
        if (problem.accounts() > SEARCHED_TO_THE_END) {
            return new Allocation(choice, priced.prices(), priced.used(), priced.primalValue(), priced.dualBound());
        }
        choice = new ExactSearch(problem, priced.searched(), choice).choice();
        double[] used = problem.used(choice);
        double bound = problem.boundary(PriceBox.at(priced.searched()))
                .bound(priced.searched(), problem.limits().reachedBy(used));
        return new Allocation(choice, priced.prices(), used, problem.value(choice), bound);
    }

    /** Prices a book, wherever its accounts lie, and settles the accounts that prices alone don't. */
    public static PricedBook price(BookPasses book) {
        DualSearch.Found found = DualSearch.search(book);
        double[] searched = found.prices();
        Filling filling = Filling.of(found.boundary(), searched);
        if (!filling.isWithin()) {
            filling = Filling.of(found.wider(book), searched);
        }
        if (filling.isOver()) {
            filling = Filling.of(found.widest(book), searched);
        }
        filling.anneal();
        Boundary boundary = filling.boundary();
        double[] prices = searched.clone();
        for (int k = 0; k < prices.length; k++) {
            if (isUnusable(book.terms(), k)) {
                prices[k] += book.highestLead(prices, k) * (1 + ROUNDING);
            }
        }
        return new PricedBook(
                searched,
                prices,
                boundary.accounts(),
                filling.arms(),
                filling.used(),
                filling.value(),
                boundary.bound(searched, book.terms().limits().reachedBy(filling.used())));
    }

    /** Whether a capacity is too small for any contact: it is priced so that none would be wanted. */
    private static boolean isUnusable(AllocationTerms terms, int capacity) {
        boolean taken = false;
        for (int row = 0; row < terms.rows(); row++) {
            double use = terms.uses(row)[capacity];
            if (use > 0 && use <= terms.limits().most()[capacity]) {
                return false;
            }
            taken |= use > 0;
        }
        return taken;
    }
}
