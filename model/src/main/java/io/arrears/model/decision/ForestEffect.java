package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import io.arrears.model.scoring.FlatEnsemble;
import java.util.HashMap;
import java.util.Map;

/** {@link EffectForests}, compiled: the effect of an arm on the log-odds of paying. Immutable, thread-safe. */
public final class ForestEffect {
    private static final double LARGEST = 3;
    private static final double LEAST_PROBABILITY = 1e-3;

    private final EffectForests stored;
    private final EffectInputs inputs;
    private final Map<String, FlatEnsemble> forests = new HashMap<>();

    /** @throws IllegalArgumentException when a forest can't be read */
    public ForestEffect(EffectForests stored) {
        this.stored = stored;
        this.inputs = new EffectInputs(stored.actions());
        stored.forests().forEach((name, text) -> forests.put(name, FlatEnsemble.fromText(text)));
    }

    /**
     * On the log-odds scale, within 3 either way; 0 for an arm the trees say nothing of.
     *
     * @param reach probability of meeting the right party
     */
    public double of(Arm arm, ResponseContext context, double reach) {
        String kind = EffectForests.kind(arm);
        if (!stored.kinds().contains(kind)) {
            return 0;
        }
        double reached = forest(kind).margin(inputs.of(arm, context, reach));
        double effect = stored.scale() == EffectForests.Scale.PROBABILITY
                ? logOdds(context.basePayProbability(), reached)
                : reached - forest(EffectForests.ALONE).margin(inputs.of(Arm.NONE, context, reach));
        return Math.max(-LARGEST, Math.min(LARGEST, effect));
    }

    private static double logOdds(double alone, double change) {
        double p = Math.max(LEAST_PROBABILITY, Math.min(1 - LEAST_PROBABILITY, alone));
        double reached = Math.max(LEAST_PROBABILITY, Math.min(1 - LEAST_PROBABILITY, p + change));
        return ResponseTerms.logit(reached) - ResponseTerms.logit(p);
    }

    private FlatEnsemble forest(String name) {
        FlatEnsemble own = forests.get(name);
        FlatEnsemble found = own == null ? forests.get(EffectForests.ALL) : own;
        if (found == null) {
            throw new IllegalStateException("no trees for %s among %s: train anew".formatted(name, forests.keySet()));
        }
        return found;
    }
}
