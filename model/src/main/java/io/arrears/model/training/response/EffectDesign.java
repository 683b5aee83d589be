package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.decision.ReachTable;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.ResponseTerms;
import io.arrears.model.decision.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns logged decisions into rows of numbers, and names the coefficients in the order they appear. */
final class EffectDesign {
    private static final double LEAST_WEIGHT = 0.1;
    private static final double MOST_WEIGHT = 10;

    private final ReachTable reach;
    private final List<Channel> gated;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final List<String> kinds = new ArrayList<>();
    private final Map<Arm, Double> shares;

    /**
     * @param gated channels on which only reaching the debtor counts
     * @param shares how often the log chose each arm
     */
    EffectDesign(ReachTable reach, List<Channel> gated, Map<Arm, Double> shares) {
        this.reach = reach;
        this.gated = gated;
        this.shares = shares;
        indexOf(new Term("intercept", "intercept", 1));
        indexOf(new Term("slope", "slope", 1));
    }

    private int indexOf(Term term) {
        Integer index = indexes.get(term.name());
        if (index == null) {
            index = indexes.size();
            indexes.put(term.name(), index);
            kinds.add(term.kind());
        }
        return index;
    }

    EffectRow row(ResponseRow row) {
        boolean paid = Boolean.TRUE.equals(row.paid());
        double base = ResponseTerms.logit(row.context().basePayProbability());
        if (row.arm().isNone()) {
            return new EffectRow(base, 0, new int[0], new double[0], weight(row), paid);
        }
        Arm arm = row.arm();
        double pReach = reach.probability(arm.channel(), arm.window(), row.context());
        List<Term> terms = ResponseTerms.of(arm, row.context(), pReach);
        int[] at = terms.stream().mapToInt(this::indexOf).toArray();
        double[] values = terms.stream().mapToDouble(Term::value).toArray();
        return new EffectRow(base, gated.contains(arm.channel()) ? pReach : 1, at, values, weight(row), paid);
    }

    /** Share of the arm over its propensity, clipped: as if every arm had been chosen regardless of the account. */
    private double weight(ResponseRow row) {
        if (Double.isNaN(row.propensity())) {
            return 1;
        }
        double weight = shares.getOrDefault(row.arm(), row.propensity()) / row.propensity();
        return Math.max(LEAST_WEIGHT, Math.min(MOST_WEIGHT, weight));
    }

    List<String> names() {
        return List.copyOf(indexes.keySet());
    }

    /** Prior means: the slope's is 1, all others 0. */
    double[] means() {
        double[] means = new double[kinds.size()];
        means[1] = 1;
        return means;
    }

    /** Prior standard deviations; those of effects times {@code scale}. */
    double[] deviations(ResponsePriors priors, double scale) {
        double[] deviations = new double[kinds.size()];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = priors.deviation(kinds.get(i)) * (i < 2 ? 1 : scale);
        }
        return deviations;
    }
}
