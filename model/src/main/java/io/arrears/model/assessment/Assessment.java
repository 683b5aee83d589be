package io.arrears.model.assessment;

import io.arrears.model.account.AccountId;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.scoring.Scores;
import java.util.List;

/**
 * What is known and expected of one account: the common ground of the plan and the online answer.
 *
 * @param options every arm of the strategy, in its order; {@code none} first
 */
public record Assessment(Dossier dossier, List<ArmOption> options) {
    public Assessment {
        options = List.copyOf(options);
    }

    public AccountId accountId() {
        return dossier.accountId();
    }

    public Scores scores() {
        return dossier.scores();
    }

    public List<ArmValue> values() {
        return options.stream().map(ArmOption::value).toList();
    }

    /** What the allocator maximises: per arm net value and levers; NaN where the arm may not be chosen. */
    public double[] merits() {
        return options.stream()
                .mapToDouble(option -> option.value().legal() ? option.meritMinor() : Double.NaN)
                .toArray();
    }
}
