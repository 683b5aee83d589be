package io.arrears.model.training.learner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Empirical Bayes: how far groups depart from the log-odds they are given, each drawn to 0 by how little is known of it.
 * The departures of groups are taken as draws around 0 whose spread is estimated from all of them (DerSimonian and Laird
 * 1986). Rows of one account count as one piece of evidence (a sandwich variance).
 */
final class Shrinkage {
    /** Keeps the departure of a group without both outcomes finite: a priori it is seldom beyond four. */
    private static final double WIDE = 4;

    private static final int NEWTON_STEPS = 25;

    private Shrinkage() {}

    /** A row: the group it is of, its account, the log-odds it is given, its label and weight. */
    record Row(String group, String account, double logOdds, double label, double weight) {}

    /** Per group what is known of it. The prior's deviation is the same in all. */
    static SortedMap<String, GroupEvidence> of(List<Row> rows) {
        SortedMap<String, List<Row>> groups = new TreeMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(row.group(), name -> new ArrayList<>()).add(row));
        List<double[]> raw = new ArrayList<>();
        double surprise = -groups.size();
        double precision = 0;
        for (List<Row> group : groups.values()) {
            double[] estimate = estimate(group);
            raw.add(estimate);
            surprise += estimate[0] * estimate[0] / estimate[1];
            precision += 1 / estimate[1];
        }
        double spread = Math.max(0, surprise / precision);
        SortedMap<String, GroupEvidence> evidence = new TreeMap<>();
        int at = 0;
        for (Map.Entry<String, List<Row>> group : groups.entrySet()) {
            evidence.put(group.getKey(), evidence(group.getValue(), raw.get(at++), spread));
        }
        return evidence;
    }

    private static GroupEvidence evidence(List<Row> rows, double[] estimate, double spread) {
        double events = rows.stream().mapToDouble(Row::label).sum();
        long accounts = rows.stream().map(Row::account).distinct().count();
        double offset = spread == 0 ? 0 : estimate[0] * spread / (spread + estimate[1]);
        return new GroupEvidence(
                rows.size(),
                accounts,
                Math.round(events),
                estimate[0],
                Math.sqrt(estimate[1]),
                Math.sqrt(spread),
                offset);
    }

    /** The departure of a group and its variance. */
    private static double[] estimate(List<Row> rows) {
        double offset = 0;
        double information = 1 / WIDE;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double gradient = -offset / WIDE;
            information = 1 / WIDE;
            for (Row row : rows) {
                double p = 1 / (1 + StrictMath.exp(-row.logOdds() - offset));
                gradient += row.weight() * (row.label() - p);
                information += row.weight() * p * (1 - p);
            }
            offset += Math.max(-1, Math.min(1, gradient / information));
        }
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Row row : rows) {
            double p = 1 / (1 + StrictMath.exp(-row.logOdds() - offset));
            scores.merge(row.account(), row.weight() * (row.label() - p), Double::sum);
        }
        double meat =
                scores.values().stream().mapToDouble(score -> score * score).sum();
        return new double[] {offset, Math.max(1 / information, meat / (information * information))};
    }
}
