package io.arrears.model.training.response;

import io.arrears.model.account.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets the learners predict what came of decisions about accounts they have not seen, and chooses. In the heats all run on
 * a share of the accounts. In the final the best of each kind run on all; trees only where the heats don't speak against
 * them. The lowest log loss wins, where a kind that does not clearly beat a simpler one, no effect at all being the
 * simplest, loses to it. Clearly: by more than one standard error.
 */
final class LearnerContest {
    private static final double[] SCALES = {0.3, 1};
    private static final int MOST_ROWS = 30_000;
    /** Trees grown from fewer tell little and take their time. */
    private static final int LEAST_FOR_TREES = 5_000;

    private final List<ResponseRow> rows;
    private final CrossFit.Setting setting;
    private final SortedMap<LearnerKind, CrossFit> best = new TreeMap<>();
    /** The best of the heats, where there was a final. */
    private final SortedMap<LearnerKind, CrossFit> heats = new TreeMap<>();

    private final List<ResponseEvaluation.Figure> figures = new ArrayList<>();
    private final CrossFit chosen;

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
        this.rows = all;
        this.setting = setting;
        List<ResponseRow> some =
                all.stream().filter(CrossFit.share(all.size(), MOST_ROWS)).toList();
        Set<List<Channel>> gates = new LinkedHashSet<>(List.of(believed, recorded));
        List<Learner> learners = Stream.concat(gates.stream().flatMap(this::byTerms), byTrees(some))
                .filter(learner -> kinds.contains(learner.kind()))
                .toList();
        run(some, new Learner(LearnerKind.NOTHING, false, believed, 1));
        learners.forEach(learner -> run(some, learner));
        if (some.size() < all.size()) {
            List<Learner> finalists = finalists();
            heats.putAll(best);
            best.clear();
            finalists.forEach(learner -> run(all, learner));
        }
        this.chosen = choose();
        figures.sort(Comparator.comparingInt(ResponseEvaluation.Figure::decisions)
                .reversed()
                .thenComparingDouble(ResponseEvaluation.Figure::logLoss));
    }

    /** The best of each kind, from the simplest on; trees that clearly lose to another kind are out. */
    private List<Learner> finalists() {
        CrossFit leader = best.values().stream()
                .min(Comparator.comparingDouble(fit -> fit.loss().value()))
                .orElseThrow();
        return best.values().stream()
                .filter(fit -> !fit.learner().byTrees() || !leader.clearlyBeats(fit))
                .map(CrossFit::learner)
                .toList();
    }

    private CrossFit choose() {
        CrossFit found = best(LearnerKind.NOTHING);
        for (CrossFit one : best.values()) {
            found = one.clearlyBeats(found) ? one : found;
        }
        return found;
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

    private Stream<Learner> byTrees(List<ResponseRow> heat) {
        return heat.size() >= LEAST_FOR_TREES && new ForestRows(heat, setting).areEnough()
                ? Stream.of(LearnerKind.values()).filter(LearnerKind::byTrees).map(Learner::byTrees)
                : Stream.of();
    }

    private void run(List<ResponseRow> on, Learner learner) {
        CrossFit fit = new CrossFit(on, learner, setting);
        best.merge(learner.kind(), fit, (a, b) -> b.loss().value() < a.loss().value() ? b : a);
        figures.add(new ResponseEvaluation.Figure(
                learner.named(),
                on.size(),
                fit.loss().value(),
                fit.gainOver(best(LearnerKind.NOTHING)).interval(),
                null));
    }

    /** The winner, fitted without each of the folds. */
    CrossFit chosen() {
        return chosen;
    }

    /**
     * The best of a kind; of one that did not come into the final, the best of the heats.
     *
     * @throws IllegalArgumentException when no learner of the kind took part
     */
    CrossFit best(LearnerKind kind) {
        CrossFit found = best.getOrDefault(kind, heats.get(kind));
        if (found == null) {
            throw new IllegalArgumentException(
                    "no learner of kind %s on %d rows: it needs more, or traits".formatted(kind, rows.size()));
        }
        return found;
    }

    /** Of a log too short to learn from. */
    static ResponseEvaluation notHeld(int rows) {
        return new ResponseEvaluation(
                rows,
                0,
                "beliefs",
                List.of(),
                null,
                "The log is too short to learn from: beliefs stand.",
                new TreeMap<>());
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
                .map(figure -> figure.decisions() < rows.size() ? figure : figure.worth(judged.get(figure.learner())))
                .toList();
        ResponseEvaluation.Policy policy = judged.get(chosen.learner().named());
        int accounts =
                (int) rows.stream().mapToInt(ResponseRow::account).distinct().count();
        return new ResponseEvaluation(
                rows.size(),
                accounts,
                chosen.learner().named(),
                told,
                policy,
                verdict(policy),
                CashFit.of(rows).ratios());
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
