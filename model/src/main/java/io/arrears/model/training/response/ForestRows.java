package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.EffectForests;
import io.arrears.model.decision.EffectInputs;
import io.arrears.model.decision.ResponseTerms;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.Matrix;
import io.arrears.model.training.learner.TreeLearner;
import io.arrears.model.training.learner.TreeSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Logged decisions as rows of {@link EffectInputs}, by kind of arm. */
final class ForestRows {
    private static final int LEAST_ROWS = 200;
    private static final int LEAST_PAYERS = 10;
    private static final int CONTROLS_PER_TREATED = 2;
    private static final int GOLDEN_RATIO = 0x9E37_79B9;
    private static final TreeSettings PAYMENT = new TreeSettings(100, 0.08, 3, 10, 0.8, 0.6, 5, 42);
    private static final TreeSettings EFFECT = new TreeSettings(60, 0.08, 2, 50, 0.8, 0.6, 20, 42);

    private final List<ResponseRow> rows;
    private final CrossFit.Setting setting;
    private final EffectInputs inputs;
    private final List<String> actions;
    private final Map<String, int[]> byKind = new TreeMap<>();
    private final Map<String, List<Arm>> armsOf = new TreeMap<>();
    private final List<String> kinds = new ArrayList<>();

    ForestRows(List<ResponseRow> rows, CrossFit.Setting setting) {
        this.rows = rows;
        this.setting = setting;
        this.actions = rows.stream()
                .filter(row -> !row.arm().isNone())
                .map(row -> row.arm().action())
                .distinct()
                .sorted()
                .toList();
        this.inputs = new EffectInputs(actions);
        Map<String, List<Integer>> found = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String kind = kind(arm(i));
            found.computeIfAbsent(kind, any -> new ArrayList<>()).add(i);
            List<Arm> arms = armsOf.computeIfAbsent(kind, any -> new ArrayList<>());
            if (!arms.contains(arm(i))) {
                arms.add(arm(i));
            }
        }
        found.forEach((kind, at) -> {
            byKind.put(kind, at.stream().mapToInt(Integer::intValue).toArray());
            if (!kind.equals(EffectForests.ALONE) && isEnough(of(kind))) {
                kinds.add(kind);
            }
        });
    }

    private static String kind(Arm arm) {
        return arm.isNone() ? EffectForests.ALONE : EffectForests.kind(arm);
    }

    /** Enough of either outcome for trees to learn from. */
    private boolean isEnough(int[] at) {
        long payers = Arrays.stream(at).filter(i -> paid(i) > 0).count();
        return at.length >= LEAST_ROWS && payers >= LEAST_PAYERS && at.length - payers >= LEAST_PAYERS;
    }

    /** Whether leaving alone and at least one kind of contact can be learned from. */
    boolean areEnough() {
        return !kinds.isEmpty() && isEnough(of(EffectForests.ALONE)) && isEnough(ofHalf(0)) && isEnough(ofHalf(1));
    }

    List<String> actions() {
        return actions;
    }

    /** Those with enough rows. */
    List<String> kinds() {
        return kinds;
    }

    int[] all() {
        return IntStream.range(0, rows.size()).toArray();
    }

    int[] of(String kind) {
        return byKind.getOrDefault(kind, new int[0]);
    }

    /** Rows left alone: at most twice as many as of the kind, evenly. */
    int[] controls(String kind) {
        int[] alone = of(EffectForests.ALONE);
        int step = Math.max(1, alone.length / Math.max(1, CONTROLS_PER_TREATED * of(kind).length));
        return IntStream.range(0, alone.length / step).map(i -> alone[i * step]).toArray();
    }

    /** Rows of one half of the accounts, 0 or 1. */
    int[] ofHalf(int half) {
        return IntStream.range(0, rows.size()).filter(i -> half(i) == half).toArray();
    }

    /**
     * The half of the accounts a row's is in, across the folds and shares of {@link CrossFit}, which take every n-th: by
     * multiples of the golden ratio (Weyl 1916), of which also every n-th lie evenly.
     */
    int half(int row) {
        return rows.get(row).account() * GOLDEN_RATIO >>> Integer.SIZE - 1;
    }

    Arm arm(int row) {
        return rows.get(row).arm();
    }

    /** The row's own arm where it is of the kind, else one of the kind's, in turn. */
    Arm armOf(String kind, int row) {
        if (kind(arm(row)).equals(kind)) {
            return arm(row);
        }
        List<Arm> arms = armsOf.getOrDefault(kind, List.of());
        return arms.get(row % arms.size());
    }

    double paid(int row) {
        return Boolean.TRUE.equals(rows.get(row).paid()) ? 1 : 0;
    }

    private float[] inputs(int row, Arm arm) {
        ResponseRow one = rows.get(row);
        double reach = setting.reach().probability(arm.channel(), arm.window(), one.context());
        return inputs.of(arm, one.context(), reach);
    }

    /** Probability of a payment under an arm, by trees. */
    double pays(FlatEnsemble trees, int row, Arm arm) {
        return ResponseTerms.logistic(trees.margin(inputs(row, arm)));
    }

    /** Trees of the probability of a payment under the rows' own arms. */
    FittedTrees ofPayment(int[] at) {
        return TreeLearner.ofProbability(examples(at, this::arm, this::paid)).fit(PAYMENT);
    }

    /** Trees of an effect on the probability, under the arms given. */
    FittedTrees ofEffect(int[] at, IntFunction<Arm> arm, IntToDoubleFunction effect) {
        return TreeLearner.ofValue(examples(at, arm, effect), "effect").fit(EFFECT);
    }

    private Examples examples(int[] at, IntFunction<Arm> arm, IntToDoubleFunction label) {
        float[][] columns = new float[inputs.names().size()][at.length];
        double[] weights = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            float[] row = inputs(at[i], arm.apply(at[i]));
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = row[c];
            }
            weights[i] = setting.weight(rows.get(at[i]));
        }
        return new Examples(
                new Matrix(inputs.names(), columns, at.length),
                Arrays.stream(at).mapToDouble(label).toArray(),
                weights);
    }

    static int[] joined(int[] first, int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }
}
