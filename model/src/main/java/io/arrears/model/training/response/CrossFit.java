package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.ForestEffect;
import io.arrears.model.decision.ReachTable;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.Trait;
import io.arrears.model.training.evaluation.AccountEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One learner, fitted once per fold of the accounts without them: what it says of a decision it has not seen. */
final class CrossFit {
    static final int FOLDS = 3;

    private final List<ResponseRow> rows;
    private final Learner learner;
    private final Setting setting;
    private final EffectDesign design;
    private final SortedMap<String, Double> pooled;
    private final double[][] coefficients = new double[FOLDS][];
    private final double[] losses;

    /**
     * What all learners share.
     *
     * @param shares how often the log chose each arm
     */
    record Setting(ReachTable reach, Map<Arm, Double> shares, List<Trait> traits, ResponsePriors priors) {
        private static final double LEAST_WEIGHT = 0.1;
        private static final double MOST_WEIGHT = 10;

        /** Share of the arm over its propensity, clipped: as if every arm had been chosen regardless of the account. */
        double weight(ResponseRow row) {
            if (Double.isNaN(row.propensity())) {
                return 1;
            }
            double weight = shares.getOrDefault(row.arm(), row.propensity()) / row.propensity();
            return Math.max(LEAST_WEIGHT, Math.min(MOST_WEIGHT, weight));
        }
    }

    CrossFit(List<ResponseRow> rows, Learner learner, Setting setting) {
        this.rows = rows;
        this.learner = learner;
        this.setting = setting;
        this.design = learner.byTrees()
                ? new EffectDesign(learner, setting, unseen(learner.kind()))
                : new EffectDesign(learner, setting);
        List<EffectRow> numbers = rows.stream().map(design::row).toList();
        IntStream.range(0, FOLDS).parallel().forEach(fold -> coefficients[fold] = coefficients(without(numbers, fold)));
        this.pooled = learner.byTrees() ? named(coefficients(numbers)) : new TreeMap<>();
        this.losses = losses();
    }

    /** By trees that were grown without the row's fold. */
    private EffectDesign.TreeEffect unseen(LearnerKind kind) {
        ForestEffect[] grown = new ForestEffect[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            grown[fold] = new ForestEffect(new ForestFit(without(rows, fold), setting).fit(kind));
        }
        return (row, arm, reach) -> grown[fold(row)].of(arm, row.context(), reach);
    }

    private <T> List<T> without(List<T> all, int fold) {
        List<T> seen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (fold(rows.get(i)) != fold) {
                seen.add(all.get(i));
            }
        }
        return seen;
    }

    private double[] coefficients(List<EffectRow> seen) {
        return new EffectFit(seen, design.means(), design.deviations(setting.priors, learner.scale()))
                .run()
                .coefficients();
    }

    /** Of a learner by trees: coefficients by name, fitted to what trees say of rows they have not seen. */
    SortedMap<String, Double> pooled() {
        return pooled;
    }

    private SortedMap<String, Double> named(double[] found) {
        SortedMap<String, Double> named = new TreeMap<>();
        for (int i = 0; i < found.length; i++) {
            named.put(design.names().get(i), found[i]);
        }
        return named;
    }

    /** Takes whole accounts of every fold, of more rows than {@code most} a share that is fixed. */
    static Predicate<ResponseRow> share(int rows, int most) {
        int nth = 1 + (rows - 1) / most;
        return row -> row.account() / FOLDS % nth == 0;
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
            found[i] = loss * setting.weight(row);
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

    AccountEstimate loss() {
        return ResponseRow.mean(rows, losses);
    }

    /** Whether the loss is lower than another's by more than a standard error. */
    boolean clearlyBeats(CrossFit other) {
        AccountEstimate gain = gainOver(other);
        return gain.value() > gain.error();
    }

    /** By how much the loss is lower than another's. */
    AccountEstimate gainOver(CrossFit other) {
        double[] gains = new double[losses.length];
        Arrays.setAll(gains, i -> other.losses[i] - losses[i]);
        return ResponseRow.mean(rows, gains);
    }
}
