package io.arrears.model.decision;

/**
 * One arm for each account under shared capacities. Takes its arrays over; nobody may change them afterwards.
 *
 * @param merits per account and arm what choosing it is worth, NaN where it may not be chosen; arm 0, leaving alone,
 *     always may
 * @param uses per arm and capacity how much it takes; arm 0 takes nothing
 * @param limits per capacity
 */
@SuppressWarnings("ArrayRecordComponent")
public record AllocationProblem(double[][] merits, double[][] uses, double[] limits) {
    public AllocationProblem {
        for (double[] use : uses) {
            if (use.length != limits.length) {
                throw new IllegalArgumentException(
                        "an arm has %d uses for %d capacities".formatted(use.length, limits.length));
            }
        }
        for (int i = 0; i < merits.length; i++) {
            if (merits[i].length != uses.length) {
                throw new IllegalArgumentException(
                        "account %d has %d merits for %d arms".formatted(i, merits[i].length, uses.length));
            }
            if (Double.isNaN(merits[i][0])) {
                throw new IllegalArgumentException("account %d may not be left alone: arm 0 always may".formatted(i));
            }
        }
        for (int k = 0; k < limits.length; k++) {
            if (!(limits[k] >= 0) || uses[0][k] != 0) {
                throw new IllegalArgumentException(
                        "capacity %d: its limit %s must be 0 or more and leaving alone must take none of it"
                                .formatted(k, limits[k]));
            }
        }
    }

    int accounts() {
        return merits.length;
    }

    int arms() {
        return uses.length;
    }

    int capacities() {
        return limits.length;
    }

    /** What each arm takes at {@code prices}. */
    double[] charges(double[] prices) {
        double[] charges = new double[arms()];
        for (int j = 0; j < charges.length; j++) {
            for (int k = 0; k < prices.length; k++) {
                charges[j] += prices[k] * uses[j][k];
            }
        }
        return charges;
    }

    /** The arm that is worth most after its charge; of equals the first. */
    int best(int account, double[] charges) {
        double[] merit = merits[account];
        int best = 0;
        for (int j = 1; j < merit.length; j++) {
            if (merit[j] - charges[j] > merit[best] - charges[best]) {
                best = j;
            }
        }
        return best;
    }

    /** An upper bound of what any allocation is worth: the Lagrangian dual at {@code prices}, none below zero. */
    double bound(double[] prices) {
        double[] charges = charges(prices);
        double sum = 0;
        for (int i = 0; i < accounts(); i++) {
            int best = best(i, charges);
            sum += merits[i][best] - charges[best];
        }
        for (int k = 0; k < prices.length; k++) {
            sum += prices[k] * limits[k];
        }
        return sum;
    }
}
