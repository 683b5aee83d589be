package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.EffectForests;
import io.arrears.model.decision.EffectForests.Scale;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.training.learner.Blend;
import io.arrears.model.training.learner.FittedTrees;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns by boosted trees how arms change the probability of a payment. Rows are weighted as if every arm had been chosen
 * regardless of the account, so that between an arm and leaving alone the log is a trial with one known propensity.
 * Künzel, Sekhon, Bickel, Yu (2019), Metalearners for estimating heterogeneous treatment effects; Kennedy (2020), Towards
 * optimal doubly robust estimation of heterogeneous causal effects.
 */
final class ForestFit {
    private final ForestRows rows;

    ForestFit(List<ResponseRow> rows, CrossFit.Setting setting) {
        this.rows = new ForestRows(rows, setting);
    }

    EffectForests fit(LearnerKind kind) {
        return switch (kind) {
            case S_LEARNER -> stored(Scale.LOG_ODDS, Map.of(EffectForests.ALL, ofPayment(rows.all())));
            case T_LEARNER -> stored(Scale.LOG_ODDS, perKind());
            case X_LEARNER -> stored(Scale.PROBABILITY, imputed());
            case DR_LEARNER -> stored(Scale.PROBABILITY, doublyRobust());
            default -> throw new IllegalArgumentException("%s is not learned by trees".formatted(kind));
        };
    }

    private EffectForests stored(Scale scale, Map<String, FlatEnsemble> forests) {
        SortedMap<String, String> texts = new TreeMap<>();
        forests.forEach((name, forest) -> texts.put(name, forest.toText()));
        return new EffectForests(scale, rows.actions(), new TreeSet<>(rows.kinds()), texts);
    }

    private FlatEnsemble ofPayment(int[] at) {
        return rows.ofPayment(at).flat();
    }

    private Map<String, FlatEnsemble> perKind() {
        Map<String, FlatEnsemble> found = new TreeMap<>();
        found.put(EffectForests.ALONE, ofPayment(rows.of(EffectForests.ALONE)));
        rows.kinds().forEach(kind -> found.put(kind, ofPayment(rows.of(kind))));
        return found;
    }

    private Map<String, FlatEnsemble> imputed() {
        FlatEnsemble alone = ofPayment(rows.of(EffectForests.ALONE));
        Map<String, FlatEnsemble> found = new TreeMap<>();
        for (String kind : rows.kinds()) {
            int[] treated = rows.of(kind);
            int[] controls = rows.controls(kind);
            FlatEnsemble reached = ofPayment(treated);
            FittedTrees ofTreated =
                    rows.ofEffect(treated, rows::arm, i -> rows.paid(i) - rows.pays(alone, i, Arm.NONE));
            FittedTrees ofControls = rows.ofEffect(
                    controls, i -> rows.armOf(kind, i), i -> rows.pays(reached, i, rows.armOf(kind, i)) - rows.paid(i));
            double share = treated.length / (double) (treated.length + controls.length);
            found.put(kind, Blend.of(ofControls, ofTreated, share));
        }
        return found;
    }

    private Map<String, FlatEnsemble> doublyRobust() {
        FlatEnsemble[] ofOtherHalf = {ofPayment(rows.ofHalf(1)), ofPayment(rows.ofHalf(0))};
        Map<String, FlatEnsemble> found = new TreeMap<>();
        for (String kind : rows.kinds()) {
            int[] treated = rows.of(kind);
            int[] both = ForestRows.joined(treated, rows.controls(kind));
            double share = treated.length / (double) both.length;
            found.put(
                    kind,
                    rows.ofEffect(both, i -> rows.armOf(kind, i), i -> pseudoEffect(kind, i, share, ofOtherHalf))
                            .flat());
        }
        return found;
    }

    /** Whose mean over rows alike is the effect, if either the trees or the share is right. */
    private double pseudoEffect(String kind, int row, double share, FlatEnsemble[] ofOtherHalf) {
        FlatEnsemble unseen = ofOtherHalf[rows.half(row)];
        double reached = rows.pays(unseen, row, rows.armOf(kind, row));
        double alone = rows.pays(unseen, row, Arm.NONE);
        double correction =
                rows.arm(row).isNone() ? (alone - rows.paid(row)) / (1 - share) : (rows.paid(row) - reached) / share;
        return reached - alone + correction;
    }
}
