package io.arrears.model.training.response;

import io.arrears.model.account.Channel;
import io.arrears.model.training.evaluation.AccountEstimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets the learners predict what came of decisions about accounts they have not seen, and chooses: the one with the lowest
 * log loss, of learners that do not clearly beat a simpler kind that one. Clearly: by more than one standard error.
 */
final class LearnerContest {
    private static final double[] SCALES = {0.3, 1};
    private static final int MOST_ROWS = 30_000;
    /** Trees grown from fewer tell little and take their time. */
    private static final int LEAST_FOR_TREES = 5_000;

    private final List<ResponseRow> rows;
    private final CrossFit.Setting setting;
    private final Map<LearnerKind, CrossFit> best = new TreeMap<>();
    private final List<ResponseEvaluation.Figure> figures = new ArrayList<>();
    private CrossFit chosen;

    /**
     * @param kinds that take part, beside no effect at all
     * @param believed channels on which only reaching is believed to count
     * @param recorded channels on which the log tells who was reached
     */
    LearnerContest(
            List<ResponseRow> all,
            CrossFit.Setting setting,
            Set<LearnerKind> kinds,
            List<Channel> believed,
            List<Channel> recorded) {
        this.rows = thinned(all);
        this.setting = setting;
        CrossFit nothing = run(new Learner(LearnerKind.NOTHING, false, believed, 1), null);
        Set<List<Channel>> gates = new LinkedHashSet<>(List.of(believed, recorded));
        Stream.concat(gates.stream().flatMap(this::byTerms), byTrees())
                .filter(learner -> kinds.contains(learner.kind()))
                .forEach(learner -> run(learner, nothing));
        this.chosen = nothing;
        for (CrossFit one : best.values()) {
            AccountEstimate gain = one.gainOver(chosen);
            chosen = gain.value() > gain.error() ? one : chosen;
        }
        figures.sort(Comparator.comparingDouble(ResponseEvaluation.Figure::logLoss));
    }

    private Stream<Learner> byTerms(List<Channel> gated) {
        List<Learner> learners = new ArrayList<>();
        for (boolean looks : gated.isEmpty() ? new boolean[] {false} : new boolean[] {false, true}) {
            learners.add(new Learner(LearnerKind.ARM, looks, gated, 1));
            for (double scale : SCALES) {
                learners.add(new Learner(LearnerKind.STANDING, looks, gated, scale));
            }
        }
        for (double scale : setting.traits().isEmpty() ? new double[0] : SCALES) {
            learners.add(new Learner(LearnerKind.TRAITS, !gated.isEmpty(), gated, scale));
        }
        return learners.stream();
    }

    private Stream<Learner> byTrees() {
        return rows.size() >= LEAST_FOR_TREES && new ForestRows(rows, setting).areEnough()
                ? Stream.of(LearnerKind.values()).filter(LearnerKind::byTrees).map(Learner::byTrees)
                : Stream.of();
    }

    /** Whole accounts, of many rows a share that is fixed. */
    private static List<ResponseRow> thinned(List<ResponseRow> all) {
        int nth = 1 + (all.size() - 1) / MOST_ROWS;
        return nth == 1
                ? all
                : all.stream()
                        .filter(row -> row.account() / CrossFit.FOLDS % nth == 0)
                        .toList();
    }

    private CrossFit run(Learner learner, @Nullable CrossFit nothing) {
        CrossFit fit = new CrossFit(rows, learner, setting);
        double loss = fit.loss().value();
        figures.add(new ResponseEvaluation.Figure(
                learner.named(),
                loss,
                fit.gainOver(nothing == null ? fit : nothing).interval(),
                null));
        best.merge(learner.kind(), fit, (a, b) -> b.loss().value() < a.loss().value() ? b : a);
        return fit;
    }

    /** The winner, fitted without each of the folds. */
    CrossFit chosen() {
        return chosen;
    }

    /**
     * @throws IllegalArgumentException when no learner of the kind took part
     */
    CrossFit best(LearnerKind kind) {
        CrossFit found = best.get(kind);
        if (found == null) {
            throw new IllegalArgumentException(
                    "no learner of kind %s on %d rows: it needs more, or traits".formatted(kind, rows.size()));
        }
        return found;
    }

    /** Of a log too short to learn from. */
    static ResponseEvaluation notHeld(int rows) {
        return new ResponseEvaluation(
                rows, 0, "beliefs", List.of(), null, "The log is too short to learn from: beliefs stand.");
    }

    ResponseEvaluation evaluation() {
        Map<String, ResponseEvaluation.Policy> judged = new HashMap<>();
        for (CrossFit one : best.values()) {
            ResponseEvaluation.Policy worth = PolicyJudge.judge(rows, one);
            if (worth != null) {
                judged.put(one.learner().named(), worth);
            }
        }
        List<ResponseEvaluation.Figure> told = figures.stream()
                .map(figure -> new ResponseEvaluation.Figure(
                        figure.learner(), figure.logLoss(), figure.gain(), judged.get(figure.learner())))
                .toList();
        ResponseEvaluation.Policy policy = judged.get(chosen.learner().named());
        int accounts =
                (int) rows.stream().mapToInt(ResponseRow::account).distinct().count();
        return new ResponseEvaluation(rows.size(), accounts, chosen.learner().named(), told, policy, verdict(policy));
    }

    private String verdict(ResponseEvaluation.@Nullable Policy policy) {
        if (policy == null) {
            return "The log has too few propensities to tell what choosing by the response is worth.";
        }
        String gain = "%.4f [%.4f, %.4f] more payments per decision"
                .formatted(
                        policy.overConstant().value(),
                        policy.overConstant().low(),
                        policy.overConstant().high());
        return policy.beatsConstant()
                ? "Choosing by the response beats the best constant arm, %s: %s.".formatted(policy.constantArm(), gain)
                : "Nothing beats the best constant arm, %s, on this log: %s.".formatted(policy.constantArm(), gain);
    }
}
