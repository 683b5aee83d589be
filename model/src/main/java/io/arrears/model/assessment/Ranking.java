package io.arrears.model.assessment;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.HoldReason;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Standing;
import io.arrears.model.decision.Strategy;
import java.util.List;
import java.util.stream.IntStream;

/** The arms of one account under prices. Index 0 is leaving alone; of equals the earlier arm is better. */
final class Ranking {
    private final List<ArmOption> options;
    private final double[] charges;
    private final int[] allowed;

    Ranking(Assessment assessment, Strategy strategy, Prices prices) {
        this.options = assessment.options();
        this.charges =
                prices.charges(strategy, strategy.members(assessment.dossier().situation()));
        this.allowed = IntStream.range(0, options.size())
                .filter(i -> options.get(i).value().legal())
                .toArray();
    }

    int[] allowed() {
        return allowed.clone();
    }

    int best() {
        return runnerUp(-1);
    }

    /** The best allowed arm other than {@code chosen}; -1 when there is none. */
    int runnerUp(int chosen) {
        int best = -1;
        for (int i : allowed) {
            if (i != chosen && (best < 0 || leadMinor(i) > leadMinor(best))) {
                best = i;
            }
        }
        return best;
    }

    Arm arm(int index) {
        return options.get(index).value().arm();
    }

    double netValueMinor(int index) {
        return options.get(index).value().netValueMinor();
    }

    double chargeMinor(int index) {
        return charges[index];
    }

    /** What the arm is worth beyond leaving alone, levers and prices counted. */
    double leadMinor(int index) {
        return options.get(index).meritMinor() - charges[index];
    }

    /** Leaves the account alone and says why. */
    Decision.Hold holdBecause(Standing standing) {
        ArmValue bestArm = null;
        boolean anyAllowed = false;
        double bestMerit = Double.NEGATIVE_INFINITY;
        for (ArmOption option : options.subList(1, options.size())) {
            String blockedBy = option.value().blockedBy();
            if (blockedBy != null && blockedBy.startsWith(Valuation.NO_RATE)) {
                return new Decision.Hold(HoldReason.NO_EXCHANGE_RATE, blockedBy, standing);
            }
            if (bestArm == null || option.value().netValueMinor() > bestArm.netValueMinor()) {
                bestArm = option.value();
            }
            anyAllowed |= option.value().legal();
            bestMerit = option.value().legal() ? Math.max(bestMerit, option.meritMinor()) : bestMerit;
        }
        if (!anyAllowed) {
            String detail = bestArm == null ? "the strategy has no arms" : String.valueOf(bestArm.blockedBy());
            return new Decision.Hold(HoldReason.BLOCKED, detail, standing);
        }
        return bestMerit <= 0
                ? new Decision.Hold(HoldReason.NOT_WORTH_IT, "no arm brings in more than it costs", standing)
                : new Decision.Hold(
                        HoldReason.CAPACITY,
                        "capacity is worth more on other accounts, the debtor's own included",
                        standing);
    }
}
