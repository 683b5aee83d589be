package io.arrears.model.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From prices to an allocation within the limits, among the accounts of a boundary: starts from each account's best arm,
 * gives up what is over a limit where that costs least, takes more where too little is used, then uses what is left where
 * it brings most, by accounts alone and in exchange with others.
 */
final class Filling {
    private static final int FILL_ROUNDS = 4;
    /** Contested accounts; with fewer, exchanges find what there is. */
    private static final int LEAST_TO_ANNEAL = 100;

    private static final int ANNEALED = 4;
    private static final double NEAR = 1e-5;

    private final AllocationTerms terms;
    private final Boundary boundary;
    private final double[] prices;
    private final double[] charges;
    private final double[] most;
    private final double[] least;
    /** Per contested account the candidate chosen. */
    private final int[] choice;

    private double[] used;
    private boolean minimaCount = true;

    /** An account's move from its choice to another candidate, best (largest) rank first. */
    private record Move(int contested, int candidate, double rank) {
        static final Comparator<Move> ORDER =
                Comparator.comparingDouble(Move::rank).reversed().thenComparingInt(Move::candidate);
    }

    private Filling(Boundary boundary, double[] prices) {
        this.terms = boundary.terms();
        this.boundary = boundary;
        this.prices = prices;
        this.charges = terms.charges(prices);
        this.most = terms.limits().most();
        this.least = terms.limits().least();
        this.choice = new int[boundary.size()];
        for (int a = 0; a < choice.length; a++) {
            choice[a] = boundary.best(a, charges);
        }
        this.used = count();
    }

    /** Repaired and filled. */
    static Filling of(Boundary boundary, double[] prices) {
        Filling filling = new Filling(boundary, prices);
        filling.complete();
        return filling;
    }

    /** Comes nearer to the bound, or to minima that are missed, where annealing can. */
    void anneal() {
        boolean came = true;
        for (int round = 0; round < ANNEALED && came && mayComeNearer(); round++) {
            came = anneal(terms.limits())
                    || (terms.limits().shortfall(used) > 0
                            && anneal(terms.limits().reachedBy(used)));
        }
    }

    private boolean mayComeNearer() {
        return choice.length >= LEAST_TO_ANNEAL && !isOver() && !(isWithin() && isNearTheBound());
    }

    /** Keeps what annealing finds only when it is better. */
    private boolean anneal(Limits aim) {
        int[] before = choice.clone();
        double missed = terms.limits().shortfall(used);
        double worth = worthOfContested();
        System.arraycopy(new Annealing(boundary, prices, aim, choice, used).run(), 0, choice, 0, choice.length);
        used = count();
        double less = missed - terms.limits().shortfall(used);
        if (!isOver() && (less > 0 || (less == 0 && worthOfContested() > worth))) {
            return true;
        }
        System.arraycopy(before, 0, choice, 0, choice.length);
        used = count();
        return false;
    }

    /** Of the contested alone: the same bits however the book is parted. */
    private boolean isNearTheBound() {
        double bound = boundary.contestedBound(prices, terms.limits().reachedBy(used));
        return bound - worthOfContested() <= NEAR * Math.abs(bound);
    }

    private double worthOfContested() {
        double sum = 0;
        for (int candidate : choice) {
            sum += boundary.merits()[candidate];
        }
        return sum;
    }

    private void complete() {
        bringDown();
        lift();
        fill();
        used = count();
        new Exchange(boundary, prices, choice, used).improve();
        used = count();
        bringDown();
        used = count();
    }

    /** Maxima hold before minima: where both can't, the minima give way. */
    private void bringDown() {
        repair();
        minimaCount = false;
        repair();
        minimaCount = true;
    }

    /** Whether every limit holds. */
    boolean isWithin() {
        return !isOver() && terms.limits().shortfall(used) == 0;
    }

    /** Whether more is used than may be: too few accounts of the boundary could change. */
    boolean isOver() {
        return terms.limits().isExceededBy(used);
    }

    Boundary boundary() {
        return boundary;
    }

    double[] used() {
        return used;
    }

    /** What the choices are worth, with those of the settled. */
    double value() {
        return boundary.settled().merit() + worthOfContested();
    }

    /** The arm of each contested account. */
    int[] arms() {
        int[] arms = new int[choice.length];
        for (int a = 0; a < arms.length; a++) {
            arms[a] = boundary.arm(choice[a]);
        }
        return arms;
    }

    /** Counts anew what is used: many small additions and subtractions drift. */
    private double[] count() {
        long[] chosen = boundary.settled().chosen().clone();
        for (int candidate : choice) {
            chosen[boundary.rows()[candidate]]++;
        }
        return terms.used(chosen);
    }

    /** Brings every capacity within its limit where moves can. */
    private void repair() {
        for (int k = 0; k < used.length; k++) {
            boolean moved = true;
            while (used[k] > most[k] && moved) {
                moved = false;
                for (Move move : changes(k, -1)) {
                    if (used[k] <= most[k]) {
                        break;
                    }
                    moved |= applyIfFits(move);
                }
            }
        }
    }

    /** Takes more of capacities of which too little is used, where moves can. */
    private void lift() {
        for (int k = 0; k < used.length; k++) {
            boolean moved = true;
            while (used[k] < least[k] && moved) {
                moved = false;
                for (Move move : changes(k, 1)) {
                    if (used[k] >= least[k]) {
                        break;
                    }
                    moved |= applyIfFits(move);
                }
            }
        }
    }

    /** For each account its cheapest move to take less (-1) or more (1) of {@code k}, per unit; the cheapest first. */
    private List<Move> changes(int k, int sign) {
        List<Move> moves = new ArrayList<>();
        for (int a = 0; a < choice.length; a++) {
            double use = use(choice[a], k);
            Move best = null;
            for (int c = boundary.starts()[a]; c < boundary.starts()[a + 1]; c++) {
                double change = sign * (use(c, k) - use);
                double rank = (reduced(c) - reduced(choice[a])) / change;
                if (change > 0 && (best == null || rank > best.rank) && fits(a, c)) {
                    best = new Move(a, c, rank);
                }
            }
            if (best != null) {
                moves.add(best);
            }
        }
        moves.sort(Move.ORDER);
        return moves;
    }

    /** Uses what is left. */
    private void fill() {
        for (int round = 0; round < FILL_ROUNDS; round++) {
            boolean moved = false;
            for (Move move : gains()) {
                if (gain(move.contested, move.candidate) > 0) {
                    moved |= applyIfFits(move);
                }
            }
            if (!moved) {
                return;
            }
        }
    }

    /** Moves that would bring more and still fit, those that waste least at the prices first. */
    private List<Move> gains() {
        List<Move> moves = new ArrayList<>();
        for (int a = 0; a < choice.length; a++) {
            for (int c = boundary.starts()[a]; c < boundary.starts()[a + 1]; c++) {
                if (gain(a, c) > 0 && fits(a, c)) {
                    moves.add(new Move(a, c, reduced(c) - reduced(choice[a])));
                }
            }
        }
        moves.sort(Move.ORDER);
        return moves;
    }

    private double gain(int contested, int candidate) {
        return boundary.merits()[candidate] - boundary.merits()[choice[contested]];
    }

    private double reduced(int candidate) {
        return boundary.reduced(candidate, charges);
    }

    private double use(int candidate, int k) {
        return terms.uses(boundary.rows()[candidate])[k];
    }

    /** Whether a move breaks no limit that holds and makes none worse that doesn't. */
    private boolean fits(int contested, int candidate) {
        double[] to = terms.uses(boundary.rows()[candidate]);
        double[] from = terms.uses(boundary.rows()[choice[contested]]);
        for (int k = 0; k < used.length; k++) {
            double more = to[k] - from[k];
            if ((more > 0 && used[k] + more > most[k]) || (minimaCount && more < 0 && used[k] + more < least[k])) {
                return false;
            }
        }
        return true;
    }

    private boolean applyIfFits(Move move) {
        if (move.candidate == choice[move.contested] || !fits(move.contested, move.candidate)) {
            return false;
        }
        terms.shift(used, boundary.rows()[choice[move.contested]], boundary.rows()[move.candidate]);
        choice[move.contested] = move.candidate;
        return true;
    }
}
