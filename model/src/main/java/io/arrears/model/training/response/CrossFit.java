package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.ReachTable;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.Trait;
import io.arrears.model.training.evaluation.AccountEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One learner, fitted once per fold of the accounts without them: what it says of a decision it has not seen. */
final class CrossFit {
    static final int FOLDS = 3;

    private final List<ResponseRow> rows;
    private final Learner learner;
    private final EffectDesign design;
    private final double[][] coefficients = new double[FOLDS][];
    private final double[] losses;

    /** What all learners share. */
    record Setting(ReachTable reach, Map<Arm, Double> shares, List<Trait> traits, ResponsePriors priors) {}

    CrossFit(List<ResponseRow> rows, Learner learner, Setting setting) {
        this.rows = rows;
        this.learner = learner;
        this.design = new EffectDesign(setting.reach, learner, setting.shares, setting.traits);
        List<EffectRow> numbers = rows.stream().map(design::row).toList();
        double[] means = design.means();
        double[] deviations = design.deviations(setting.priors, learner.scale());
        for (int fold = 0; fold < FOLDS; fold++) {
            List<EffectRow> seen = new ArrayList<>();
            for (int i = 0; i < numbers.size(); i++) {
                if (fold(rows.get(i)) != fold) {
                    seen.add(numbers.get(i));
                }
            }
            coefficients[fold] =
                    new EffectFit(seen, means.clone(), deviations).run().coefficients();
        }
        this.losses = losses();
    }

    private static int fold(ResponseRow row) {
        return Math.floorMod(row.account(), FOLDS);
    }

    private double[] losses() {
        double[] found = new double[rows.size()];
        for (int i = 0; i < found.length; i++) {
            ResponseRow row = rows.get(i);
            double p = pays(i, row.arm());
            double loss = -StrictMath.log(Boolean.TRUE.equals(row.paid()) ? p : 1 - p);
            found[i] = loss * design.weight(row);
        }
        return found;
    }

    Learner learner() {
        return learner;
    }

    /** Probability of a payment under an arm, by the fit that hasn't seen the row's account. */
    double pays(int row, Arm arm) {
        return EffectFit.expected(design.expected(rows.get(row), arm), coefficients[fold(rows.get(row))]);
    }

    /** Log loss of a decision, weighted as in training. */
    double loss(int row) {
        return losses[row];
    }

    AccountEstimate loss() {
        return ResponseRow.mean(rows, losses);
    }

    /** By how much the loss is lower than another's. */
    AccountEstimate gainOver(CrossFit other) {
        double[] gains = new double[losses.length];
        Arrays.setAll(gains, i -> other.losses[i] - losses[i]);
        return ResponseRow.mean(rows, gains);
    }
}
