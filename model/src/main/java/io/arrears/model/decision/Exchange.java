package io.arrears.model.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a few accounts that together earn more with other candidates, where no account does alone: one's small loss makes
 * room for another's larger gain.
 *
 * <p>After charges, moves gain at most what the capacity left over is worth, so that only accounts that lose less than
 * that need be looked at. Accounts that would do the same are interchangeable, and the best few of each kind stand for
 * all. Deterministic; gives up after a number of trials.
 */
final class Exchange {
    private static final int MOST_MOVES = 5;
    private static final int KEPT_OF_A_KIND = 3;
    private static final long MOST_TRIALS = 5_000_000;
    /** Of what the contested are worth: nearer to the bound nothing is looked for. */
    private static final double ENOUGH = 1e-5;

    private final Boundary boundary;
    private final AllocationTerms terms;
    private final Limits limits;
    private final double[] prices;
    private final double[] charges;
    private final int[] choice;
    private final double[] used;
    private final double enough;
    private final Move[] trial = new Move[MOST_MOVES];
    private List<Move> moves = List.of();
    private List<Move> found = List.of();
    /** What is used after the moves of the trial. */
    private double[] after;

    private double left;
    private double best;
    private long trials;

    /** An account's change to another candidate, which loses so much after charges; below zero it gains. */
    private record Move(int contested, int candidate, double loss) {
        static final Comparator<Move> ORDER =
                Comparator.comparingDouble(Move::loss).thenComparingInt(Move::candidate);
    }

    /**
     * @param choice per contested account its candidate; moves are made in it
     * @param used what the choices and the settled take; kept up to date
     */
    Exchange(Boundary boundary, double[] prices, int[] choice, double[] used) {
        this.boundary = boundary;
        this.terms = boundary.terms();
        this.limits = terms.limits();
        this.prices = prices;
        this.charges = terms.charges(prices);
        this.choice = choice;
        this.used = used;
        this.after = used.clone();
        this.enough = ENOUGH * Math.abs(boundary.contestedBound(prices, limits));
    }

    /** Makes every exchange found, the fewest moves first, and of as many moves the best. */
    void improve() {
        do {
            find();
            found.forEach(this::make);
        } while (!found.isEmpty());
    }

    private void find() {
        found = List.of();
        after = used.clone();
        left = worthOfLeft(used);
        moves = moves();
        best = enough / 100;
        for (int depth = 2; depth <= MOST_MOVES && found.isEmpty(); depth++) {
            search(0, 0, depth, 0);
        }
    }

    private void make(Move move) {
        shift(used, move);
        choice[move.contested] = move.candidate;
    }

    /** What could still be gained, were every priced capacity used to the last unit. */
    private double worthOfLeft(double[] taken) {
        double sum = 0;
        for (int k = 0; k < taken.length; k++) {
            if (prices[k] > 0) {
                sum += prices[k] * (limits.most()[k] - taken[k]);
            } else if (prices[k] < 0) {
                sum += prices[k] * Math.min(0, limits.least()[k] - taken[k]);
            }
        }
        return sum;
    }

    private void search(int first, int taken, int depth, double loss) {
        for (int m = first; m < moves.size() && trials < MOST_TRIALS; m++) {
            Move move = moves.get(m);
            if (move.loss >= 0 && loss + move.loss >= left - best) {
                return;
            }
            if (!isTaken(move.contested, taken)) {
                trials++;
                trial[taken] = move;
                shift(after, move);
                if (taken + 1 < depth) {
                    search(m + 1, taken + 1, depth, loss + move.loss);
                } else {
                    judge(depth, loss + move.loss);
                }
                terms.shift(after, boundary.rows()[move.candidate], boundary.rows()[choice[move.contested]]);
            }
        }
    }

    private void judge(int depth, double loss) {
        double gain = left - worthOfLeft(after) - loss;
        if (gain > best && fits()) {
            best = gain;
            found = List.of(Arrays.copyOf(trial, depth));
        }
    }

    private boolean isTaken(int contested, int taken) {
        for (int t = 0; t < taken; t++) {
            if (trial[t].contested == contested) {
                return true;
            }
        }
        return false;
    }

    /** Whether the trial breaks no limit that holds and makes none worse that doesn't. */
    private boolean fits() {
        for (int k = 0; k < used.length; k++) {
            boolean over = after[k] > limits.most()[k] && after[k] > used[k];
            boolean under = after[k] < limits.least()[k] && after[k] < used[k];
            if (over || under) {
                return false;
            }
        }
        return true;
    }

    private void shift(double[] taken, Move move) {
        terms.shift(taken, boundary.rows()[choice[move.contested]], boundary.rows()[move.candidate]);
    }

    /** The moves worth a trial, those that lose least first. */
    private List<Move> moves() {
        List<Move> kept = new ArrayList<>();
        if (left <= enough) {
            return kept;
        }
        int arms = terms.arms();
        @Nullable Move[][] kinds = new Move[terms.rows() * arms][];
        for (int a = 0; a < choice.length; a++) {
            int from = boundary.rows()[choice[a]];
            double had = boundary.merits()[choice[a]] - charges[from];
            for (int c = boundary.starts()[a]; c < boundary.starts()[a + 1]; c++) {
                int to = boundary.rows()[c];
                double loss = had - boundary.merits()[c] + charges[to];
                if (c != choice[a] && loss < left) {
                    int kind = from * arms + to % arms;
                    kinds[kind] = kinds[kind] == null ? new Move[KEPT_OF_A_KIND] : kinds[kind];
                    keep(kinds[kind], new Move(a, c, loss));
                }
            }
        }
        for (Move[] kind : kinds) {
            for (int i = 0; kind != null && i < kind.length && kind[i] != null; i++) {
                kept.add(kind[i]);
            }
        }
        kept.sort(Move.ORDER);
        return kept;
    }

    private static void keep(@Nullable Move[] kind, Move move) {
        Move next = move;
        for (int i = 0; i < kind.length && next != null; i++) {
            Move other = kind[i];
            if (other == null || next.loss < other.loss) {
                kind[i] = next;
                next = other;
            }
        }
    }
}
