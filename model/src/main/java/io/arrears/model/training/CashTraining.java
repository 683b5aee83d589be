package io.arrears.model.training;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.Exposure;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.ModelManifest.TargetSummary;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.learner.FittedTrees;
import io.arrears.model.training.learner.TreeLearner;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The second part of expected cash: payments as a share of what is due, learned from those who paid. With the first,
 * expected cash = probability to pay × ratio × exposure. Judged on every test account, payer or not.
 */
final class CashTraining {
    private static final int MIN_PAYERS = 50;
    private static final int MAX_ROWS = 250_000;

    private final TrainingTable table;
    private final long seed;
    private final int horizonDays;
    private final Exposure exposure;
    private final TargetRows rows;
    private final TimeSplit split;
    private final Slice train;
    private final Slice tune;
    private final Slice test;

    CashTraining(TrainingTable table, TrainingRequest request) {
        this.table = table;
        this.seed = request.seed();
        this.horizonDays = request.horizons().days(Target.CASH30);
        this.exposure = Exposure.of(table.schema());
        this.rows = new TargetRows(table, Target.CASH30);
        this.split = TimeSplit.of(table, row -> !Double.isNaN(table.label(Target.CASH30, row)), horizonDays);
        this.train = payers(split.train());
        this.tune = payers(split.tune());
        this.test =
                Slice.of(table, Thinning.thin(table, split.test(), MAX_ROWS), row -> table.label(Target.CASH30, row));
    }

    private Slice payers(int[] rows) {
        int[] payers = Arrays.stream(rows)
                .filter(row -> table.label(Target.CASH30, row) > 0)
                .filter(row -> exposure.amount(table.features().row(row)) > 0)
                .toArray();
        return Slice.of(table, Thinning.thin(table, payers, MAX_ROWS), this::ratio);
    }

    private double ratio(int row) {
        return Exposure.clipRatio(table.label(Target.CASH30, row)
                / exposure.amount(table.features().row(row)));
    }

    /** Why it cannot be trained; empty when it can. */
    String obstacle() {
        if (!exposure.isKnown()) {
            return "the schema has no past_due_amount or due_next_30d_amount";
        }
        return train.size() < MIN_PAYERS
                ? "only %d payers with something due to learn from, needed are %d".formatted(train.size(), MIN_PAYERS)
                : "";
    }

    TrainedTarget run(TargetModel pay) {
        double mean = train.mean();
        TreeSearch.@Nullable Found found = tune.size() < MIN_PAYERS ? null : fit();
        @Nullable FittedTrees fitted = found == null ? null : found.trees();
        FlatEnsemble trees = fitted == null ? FlatEnsemble.constant(mean) : fitted.flat();
        TargetModel model = new TargetModel(Target.CASH30, trees, new Calibration.Identity());
        MetricRows metrics = new MetricRows(Target.CASH30);
        Map<String, Double> headline = judge(Contenders.TREES, pay, trees::margin, metrics);
        judge(Baselines.BASE_RATE, pay, row -> mean, metrics);
        String note = fitted == null ? "Too few payers to choose rounds on: the ratio is a constant. " : "";
        TargetSummary summary = new TargetSummary(
                train.size(),
                tune.size(),
                test.size(),
                fitted == null ? 0 : fitted.rounds(),
                "none",
                horizonDays,
                headline,
                (note + split.note()).strip());
        return new TrainedTarget(
                model,
                fitted,
                summary,
                metrics.rows(),
                List.of(),
                found == null ? "constant" : found.settings().toString());
    }

    private TreeSearch.Found fit() {
        return new TreeSearch(split.tuning(table, train, tune), TreeSearch::squaredError)
                .search(examples -> TreeLearner.ofValue(examples, Target.CASH30.code()), train.size(), seed);
    }

    /** Expected against received cash, in currency units, and how much of it the accounts ranked highest brought. */
    private Map<String, Double> judge(
            String contender, TargetModel pay, ToDoubleFunction<float[]> ratio, MetricRows metrics) {
        double[] expected = new double[test.size()];
        double error = 0;
        for (int i = 0; i < test.size(); i++) {
            float[] row = test.features().row(i);
            expected[i] = rows.probability(pay, row, test.rows()[i])
                    * Exposure.clipRatio(ratio.applyAsDouble(row))
                    * exposure.amount(row);
            error += Math.abs(expected[i] - test.labels()[i]);
        }
        double received = Arrays.stream(test.labels()).sum();
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("mean_expected", Arrays.stream(expected).sum() / test.size());
        figures.put("mean_received", received / test.size());
        figures.put("mean_absolute_error", error / test.size());
        figures.put("expected_over_received", Arrays.stream(expected).sum() / received);
        figures.values().removeIf(value -> !Double.isFinite(value));
        figures.forEach((name, value) -> metrics.add(contender, MetricRows.ALL, name, value, test.size()));
        Assessment.caught(expected, test.labels(), rows.accounts(test.rows()), seed)
                .forEach((percent, share) ->
                        metrics.add(contender, MetricRows.ALL, "cash_" + percent, share, test.size()));
        return metrics.headline(contender);
    }
}
