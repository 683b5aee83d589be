package io.arrears.model.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * From prices to an allocation within the limits: starts from each account's best arm, gives up what is over a limit
 * where that costs least, then uses what is left where it brings most.
 */
final class Filling {
    private static final int FILL_ROUNDS = 4;

    private final AllocationProblem problem;
    private final double[] charges;
    private final int[] choice;
    private double[] used;

    /** An account's move from its choice to another arm, best (largest) first. */
    private record Move(int account, int arm, double rank) {}

    Filling(AllocationProblem problem, double[] prices) {
        this.problem = problem;
        this.charges = problem.charges(prices);
        this.choice = new int[problem.accounts()];
        Arrays.setAll(choice, i -> problem.best(i, charges));
        this.used = Allocator.used(problem, choice);
    }

    int[] choice() {
        return choice;
    }

    /** Counts anew what is used: many small additions and subtractions drift. */
    void recount() {
        used = Allocator.used(problem, choice);
    }

    /** Brings every capacity within its limit; leaving alone always can. */
    void repair() {
        for (int k = 0; k < used.length; k++) {
            while (used[k] > problem.limits()[k]) {
                List<Move> moves = releases(k);
                for (Move move : moves) {
                    if (used[k] <= problem.limits()[k]) {
                        break;
                    }
                    if (fits(move.account, move.arm)) {
                        apply(move);
                    } else if (fits(move.account, 0)) {
                        apply(new Move(move.account, 0, 0));
                    }
                }
            }
        }
    }

    /** For each account that uses {@code k}, its cheapest way to use less, per unit released. */
    private List<Move> releases(int k) {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < choice.length; i++) {
            double use = problem.uses()[choice[i]][k];
            Move best = null;
            for (int j = 0; j < problem.arms() && use > 0; j++) {
                double released = use - problem.uses()[j][k];
                double loss = reduced(i, choice[i]) - reduced(i, j);
                if (released > 0
                        && !Double.isNaN(loss)
                        && (best == null || -loss / released > best.rank)
                        && fits(i, j)) {
                    best = new Move(i, j, -loss / released);
                }
            }
            if (best != null) {
                moves.add(best);
            }
        }
        moves.sort(Comparator.comparingDouble(Move::rank).reversed().thenComparingInt(Move::account));
        return moves;
    }

    /** Uses what is left. */
    void fill() {
        for (int round = 0; round < FILL_ROUNDS; round++) {
            boolean moved = false;
            for (Move move : gains()) {
                boolean gains =
                        problem.merits()[move.account][move.arm] > problem.merits()[move.account][choice[move.account]];
                if (gains && fits(move.account, move.arm)) {
                    apply(move);
                    moved = true;
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
        for (int i = 0; i < choice.length; i++) {
            double[] merit = problem.merits()[i];
            for (int j = 0; j < merit.length; j++) {
                if (merit[j] > merit[choice[i]] && fits(i, j)) {
                    moves.add(new Move(i, j, reduced(i, j) - reduced(i, choice[i])));
                }
            }
        }
        moves.sort(Comparator.comparingDouble(Move::rank)
                .reversed()
                .thenComparingInt(Move::account)
                .thenComparingInt(Move::arm));
        return moves;
    }

    private double reduced(int account, int arm) {
        return problem.merits()[account][arm] - charges[arm];
    }

    /** Whether a move breaks no limit that holds and makes none worse that doesn't. */
    private boolean fits(int account, int arm) {
        for (int k = 0; k < used.length; k++) {
            double more = problem.uses()[arm][k] - problem.uses()[choice[account]][k];
            if (more > 0 && used[k] + more > problem.limits()[k]) {
                return false;
            }
        }
        return true;
    }

    private void apply(Move move) {
        for (int k = 0; k < used.length; k++) {
            used[k] += problem.uses()[move.arm][k] - problem.uses()[choice[move.account]][k];
        }
        choice[move.account] = move.arm;
    }
}
