package io.arrears.model.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Compares groups that the model never saw as such, when the rows predicted highest are selected. */
public final class Fairness {
    private static final int MIN_ROWS = 50;
    private static final int MIN_CASES = 10;

    private final double[] predictions;
    private final double[] labels;
    private final int[] accounts;
    private final long seed;
    /** How much of each row is selected: rows tied at the edge share what is left. */
    private final double[] selected;

    /**
     * @param accounts whose each row is
     * @param capacity how many rows are selected
     */
    public Fairness(double[] predictions, double[] labels, int[] accounts, long capacity, long seed) {
        this.predictions = predictions;
        this.labels = labels;
        this.accounts = accounts;
        this.seed = seed;
        this.selected = selected(predictions, (int) Math.min(capacity, predictions.length));
    }

    private static double[] selected(double[] predictions, int capacity) {
        double[] sorted = predictions.clone();
        Arrays.sort(sorted);
        double edge = capacity == 0 ? Double.POSITIVE_INFINITY : sorted[sorted.length - capacity];
        double above = Arrays.stream(predictions).filter(p -> p > edge).count();
        double tied = Arrays.stream(predictions).filter(p -> p == edge).count();
        return Arrays.stream(predictions)
                .map(p -> p > edge ? 1 : p == edge ? (capacity - above) / tied : 0)
                .toArray();
    }

    /** @param values the audit column, one per prediction; null or empty = missing */
    public List<GroupFigures> compare(String column, @Nullable String[] values) {
        double[] unit = new double[labels.length];
        Arrays.fill(unit, 1);
        Map<String, int[]> groups = groups(values);
        Map<String, Shares> shares = new LinkedHashMap<>();
        groups.forEach(
                (name, rows) -> shares.put(name, rows.length < MIN_ROWS ? Shares.NONE : Shares.of(this, rows, unit)));
        double highest = highest(shares.values(), Shares::selected);
        List<GroupFigures> figures = new ArrayList<>();
        groups.forEach((name, rows) -> {
            Shares of = shares.getOrDefault(name, Shares.NONE);
            figures.add(new GroupFigures(
                    column,
                    name,
                    rows.length,
                    new GroupFigures.Rates(of.observed, of.predicted, of.selected),
                    of.truePositive,
                    of.falsePositive,
                    of.selected / highest,
                    calibration(rows, of)));
        });
        return figures;
    }

    /** How far the groups of a column lie apart. */
    public GroupGaps gaps(String column, @Nullable String[] values) {
        List<int[]> groups = groups(values).values().stream()
                .filter(rows -> rows.length >= MIN_ROWS)
                .toList();
        Map<String, ToDoubleFunction<List<Shares>>> gaps = Map.of(
                "selection", all -> spread(all, Shares::selected),
                "truePositive", all -> spread(all, Shares::truePositive),
                "falsePositive", all -> spread(all, Shares::falsePositive),
                "calibration", all -> highest(all, of -> Math.abs(of.observed - of.predicted)),
                "impact", all -> -highest(all, of -> -of.selected) / highest(all, Shares::selected));
        Map<String, ToDoubleFunction<double[]>> figures = new LinkedHashMap<>();
        gaps.forEach((name, gap) -> figures.put(
                name,
                weights -> gap.applyAsDouble(groups.stream()
                        .map(rows -> Shares.of(this, rows, weights))
                        .toList())));
        Map<String, Interval> found = new Bootstrap(accounts, seed).of(figures);
        Interval none = Interval.point(Double.NaN);
        return new GroupGaps(
                column,
                found.getOrDefault("selection", none),
                found.getOrDefault("truePositive", none),
                found.getOrDefault("falsePositive", none),
                found.getOrDefault("calibration", none),
                found.getOrDefault("impact", none));
    }

    private Interval calibration(int[] rows, Shares of) {
        int[] own = Accounts.take(accounts, rows);
        double[] residuals = new double[Accounts.count(own)];
        for (int i = 0; i < rows.length; i++) {
            residuals[own[i]] += labels[rows[i]] - predictions[rows[i]];
        }
        double squares = Arrays.stream(residuals).map(sum -> sum * sum).sum();
        return Interval.normal(of.observed - of.predicted, Math.sqrt(squares) / rows.length, -1, 1);
    }

    private static double spread(List<Shares> groups, ToDoubleFunction<Shares> share) {
        return highest(groups, share) + highest(groups, of -> -share.applyAsDouble(of));
    }

    private static double highest(Collection<Shares> groups, ToDoubleFunction<Shares> share) {
        return groups.stream().mapToDouble(share).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    private static Map<String, int[]> groups(@Nullable String[] values) {
        String[] names = GroupNames.of(values);
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            rows.computeIfAbsent(names[i], name -> new ArrayList<>()).add(i);
        }
        Map<String, int[]> groups = new LinkedHashMap<>();
        rows.forEach((name, list) ->
                groups.put(name, list.stream().mapToInt(Integer::intValue).toArray()));
        return groups;
    }

    /** Weighted shares of one group. */
    private record Shares(
            double observed, double predicted, double selected, double truePositive, double falsePositive) {
        static final Shares NONE = new Shares(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        static Shares of(Fairness all, int[] rows, double[] weights) {
            double mass = 0;
            double positives = 0;
            double predicted = 0;
            double selected = 0;
            double hits = 0;
            for (int row : rows) {
                double weight = weights[row];
                mass += weight;
                positives += weight * all.labels[row];
                predicted += weight * all.predictions[row];
                selected += weight * all.selected[row];
                hits += weight * all.selected[row] * all.labels[row];
            }
            double negatives = mass - positives;
            return new Shares(
                    positives / mass,
                    predicted / mass,
                    selected / mass,
                    positives < MIN_CASES ? Double.NaN : hits / positives,
                    negatives < MIN_CASES ? Double.NaN : (selected - hits) / negatives);
        }
    }
}
