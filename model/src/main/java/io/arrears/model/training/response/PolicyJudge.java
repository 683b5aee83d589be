package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.training.evaluation.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What choosing by the response is worth on the log: doubly robust (Dudík et al. 2014), cross-fitted, against the best
 * constant arm. Of the constant arms the one that did best on these very rows is taken: if luck favours anybody, it is
 * them.
 */
final class PolicyJudge {
    private static final double MOST_WEIGHT = 100;
    private static final int LEAST_ROWS = 500;
    private static final int MOST_ROWS = 60_000;
    private static final double LEAST_SHARE = 0.005;
    private static final int[] STAGE_ENDS = {7, 14, 30, 60, 90};

    private final List<ResponseRow> rows;
    private final double[][] pays;
    private final List<Arm> arms;
    private final Map<Integer, Set<Arm>> supported = new HashMap<>();

    private PolicyJudge(List<ResponseRow> rows, CrossFit fit, List<Integer> at) {
        this.rows = rows;
        Map<Integer, Map<Arm, Integer>> counts = new HashMap<>();
        rows.forEach(row ->
                counts.computeIfAbsent(stage(row), stage -> new HashMap<>()).merge(row.arm(), 1, Integer::sum));
        Map<String, Arm> found = new TreeMap<>();
        counts.forEach((stage, byArm) -> {
            int all = byArm.values().stream().mapToInt(Integer::intValue).sum();
            Set<Arm> common = supported.computeIfAbsent(stage, any -> new LinkedHashSet<>());
            byArm.forEach((arm, count) -> {
                if (!arm.isNone() && count >= LEAST_SHARE * all) {
                    common.add(arm);
                    found.put(arm.toString(), arm);
                }
            });
        });
        this.arms = new ArrayList<>(List.of(Arm.NONE));
        arms.addAll(found.values());
        this.pays = new double[rows.size()][arms.size()];
        for (int i = 0; i < pays.length; i++) {
            for (int a = 0; a < arms.size(); a++) {
                pays[i][a] = may(i, a) ? fit.pays(at.get(i), arms.get(a)) : Double.NaN;
            }
        }
    }

    /** On a share of very many accounts; absent when fewer than 500 rows have a propensity. */
    static ResponseEvaluation.@Nullable Policy judge(List<ResponseRow> all, CrossFit fit) {
        Predicate<ResponseRow> share = CrossFit.share(all.size(), MOST_ROWS);
        List<Integer> at = IntStream.range(0, all.size())
                .filter(i -> share.test(all.get(i)))
                .filter(i -> !Double.isNaN(all.get(i).propensity()))
                .boxed()
                .toList();
        return at.size() < LEAST_ROWS
                ? null
                : new PolicyJudge(at.stream().map(all::get).toList(), fit, at).policy(fit, at);
    }

    private static int stage(ResponseRow row) {
        int stage = 0;
        while (stage < STAGE_ENDS.length && row.context().daysPastDue() > STAGE_ENDS[stage]) {
            stage++;
        }
        return stage;
    }

    /** Whether the log chose the arm often enough for accounts as late. */
    private boolean may(int row, int arm) {
        return arm == 0
                || supported.getOrDefault(stage(rows.get(row)), Set.of()).contains(arms.get(arm));
    }

    private ResponseEvaluation.Policy policy(CrossFit fit, List<Integer> at) {
        double[] rest = new double[rows.size()];
        for (int i = 0; i < rest.length; i++) {
            ResponseRow row = rows.get(i);
            double expected = fit.pays(at.get(i), row.arm());
            rest[i] = ((Boolean.TRUE.equals(row.paid()) ? 1 : 0) - expected)
                    * Math.min(MOST_WEIGHT, 1 / row.propensity());
        }
        int[] best = IntStream.range(0, rows.size()).map(this::best).toArray();
        double[] response = values(best, rest);
        double[] none = values(new int[rows.size()], rest);
        int constantArm = 0;
        double[] constant = none;
        for (int a = 1; a < arms.size(); a++) {
            int arm = a;
            double[] values = values(
                    IntStream.range(0, rows.size())
                            .map(i -> may(i, arm) ? arm : 0)
                            .toArray(),
                    rest);
            if (Arrays.stream(values).sum() > Arrays.stream(constant).sum()) {
                constant = values;
                constantArm = arm;
            }
        }
        double[] uplift = difference(response, none);
        double[] rank = ranks(best);
        return new ResponseEvaluation.Policy(
                arms.get(constantArm).toString(),
                mean(rows.stream()
                        .mapToDouble(row -> Boolean.TRUE.equals(row.paid()) ? 1 : 0)
                        .toArray()),
                mean(none),
                mean(constant),
                mean(response),
                mean(difference(response, constant)),
                mean(uplift, i -> 1 - rank[i]),
                mean(uplift, i -> 0.5 - rank[i]));
    }

    /** Per row, whose mean is the worth of choosing {@code chosen}. */
    private double[] values(int[] chosen, double[] rest) {
        double[] values = new double[chosen.length];
        for (int i = 0; i < values.length; i++) {
            Arm arm = arms.get(chosen[i]);
            values[i] = pays[i][chosen[i]] + (rows.get(i).arm().equals(arm) ? rest[i] : 0);
        }
        return values;
    }

    private int best(int row) {
        int best = 0;
        for (int a = 1; a < arms.size(); a++) {
            if (pays[row][a] > pays[row][best]) {
                best = a;
            }
        }
        return best;
    }

    /** Where each row stands by expected uplift, 0 = the most, 1 = the least; equals share their mean. */
    private double[] ranks(int[] best) {
        double[] expected = new double[best.length];
        Arrays.setAll(expected, i -> pays[i][best[i]] - pays[i][0]);
        List<Integer> order = IntStream.range(0, best.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -expected[i]))
                .toList();
        double[] ranks = new double[best.length];
        for (int from = 0; from < ranks.length; ) {
            int to = from;
            while (to < ranks.length && expected[order.get(to)] == expected[order.get(from)]) {
                to++;
            }
            for (int k = from; k < to; k++) {
                ranks[order.get(k)] = (from + to) / 2.0 / ranks.length;
            }
            from = to;
        }
        return ranks;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    private Interval mean(double[] values) {
        return ResponseRow.mean(rows, values).interval();
    }

    private Interval mean(double[] values, IntToDoubleFunction weight) {
        double[] weighted = new double[values.length];
        Arrays.setAll(weighted, i -> values[i] * weight.applyAsDouble(i));
        return mean(weighted);
    }
}
