package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.ResponseTerms;
import io.arrears.model.decision.Term;
import io.arrears.model.decision.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns logged decisions into rows of numbers, and names the coefficients in the order they appear. */
final class EffectDesign {
    private final CrossFit.Setting setting;
    private final Learner learner;
    private final List<Trait> traits;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final List<String> kinds = new ArrayList<>();
    private final TreeEffect trees;

    /** What trees say of an arm's effect on a row, which they have not learned from. */
    interface TreeEffect {
        double of(ResponseRow row, Arm arm, double reach);
    }

    EffectDesign(Learner learner, CrossFit.Setting setting) {
        this(learner, setting, (row, arm, reach) -> 0);
    }

    /** @param trees asked when the learner goes by trees */
    EffectDesign(Learner learner, CrossFit.Setting setting, TreeEffect trees) {
        this.setting = setting;
        this.learner = learner;
        this.trees = trees;
        this.traits = learner.kind() == LearnerKind.TRAITS ? setting.traits() : List.of();
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

    /** A decision as training sees it. */
    EffectRow row(ResponseRow row) {
        EffectRow expected = expected(row, row.arm());
        if (!learner.recorded() || row.rightParty() == null || expected.selection() < 0) {
            return withoutSelection(expected);
        }
        double dose = row.rightParty() ? 1 : 0;
        return new EffectRow(
                expected.base(),
                dose,
                expected.selection(),
                dose - expected.dose(),
                expected.terms(),
                expected.values(),
                expected.weight(),
                expected.paid());
    }

    private static EffectRow withoutSelection(EffectRow row) {
        return new EffectRow(row.base(), row.dose(), -1, 0, row.terms(), row.values(), row.weight(), row.paid());
    }

    /** What may come of an arm in a row's context, before it is known who is reached. */
    EffectRow expected(ResponseRow row, Arm arm) {
        boolean paid = Boolean.TRUE.equals(row.paid());
        double base = ResponseTerms.logit(row.context().basePayProbability());
        if (arm.isNone() || learner.kind() == LearnerKind.NOTHING) {
            return new EffectRow(base, 0, -1, 0, new int[0], new double[0], setting.weight(row), paid);
        }
        double pReach = setting.reach().probability(arm.channel(), arm.window(), row.context());
        List<Term> terms = terms(row, arm, pReach);
        int[] at = terms.stream().mapToInt(this::indexOf).toArray();
        double[] values = terms.stream().mapToDouble(Term::value).toArray();
        boolean gated = learner.gated().contains(arm.channel());
        int selection = gated && learner.recorded()
                ? indexOf(new Term(ResponseTerms.selectionName(arm.channel()), "selection", 1))
                : -1;
        return new EffectRow(base, gated ? pReach : 1, selection, 1 - pReach, at, values, setting.weight(row), paid);
    }

    private List<Term> terms(ResponseRow row, Arm arm, double reach) {
        if (learner.byTrees()) {
            return List.of(new Term(ResponseTerms.FOREST, ResponseTerms.FOREST, trees.of(row, arm, reach)));
        }
        return learner.kind() == LearnerKind.ARM
                ? ResponseTerms.main(arm)
                : ResponseTerms.of(arm, row.context(), reach, traits);
    }

    List<Trait> traits() {
        return traits;
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
            boolean effect = i > 1 && !kinds.get(i).equals("selection");
            deviations[i] = priors.deviation(kinds.get(i)) * (effect ? scale : 1);
        }
        return deviations;
    }
}
