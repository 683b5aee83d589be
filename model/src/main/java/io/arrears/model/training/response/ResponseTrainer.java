package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.decision.EffectForests;
import io.arrears.model.decision.ReachRates;
import io.arrears.model.decision.ResponseCoefficients;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.Trait;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns a {@link ResponseModel} from logged decisions. By what effects differ, how wide the priors are, whether training
 * looks at who was reached, and on which channels only reaching counts, is chosen by {@link LearnerContest}.
 * Deterministic in the order of the rows.
 */
public final class ResponseTrainer {
    private static final double WIDE = 2;
    private static final int LEAST_ROWS = 50;

    private final ResponsePriors priors;
    private final List<ResponseRow> rows;
    private final List<ResponseRow> matured;
    private final ReachFit reachFit;
    private final ReachRates reach;
    private final CrossFit.Setting setting;

    private ResponseTrainer(List<ResponseRow> rows, ResponsePriors priors) {
        this.priors = priors;
        this.rows = rows;
        this.matured = rows.stream().filter(row -> row.paid() != null).toList();
        this.reachFit = new ReachFit(rows, priors);
        this.reach = reachFit.rates();
        this.setting = new CrossFit.Setting(reach.table(), shares(rows), TraitScales.of(matured), priors);
    }

    /** Rows without an outcome teach how debtors are reached, but no effect; with too few rows the priors stand. */
    public static TrainedResponse train(List<ResponseRow> rows) {
        return train(rows, EnumSet.allOf(LearnerKind.class));
    }

    /** The same by a contest of these kinds of learners, and of no effect, alone. */
    public static TrainedResponse train(List<ResponseRow> rows, Set<LearnerKind> kinds) {
        return new ResponseTrainer(rows, ResponsePriors.standard()).train(kinds);
    }

    /** By the best learner of one kind, whether or not the log speaks for it: to compare kinds where the truth is known. */
    public static ResponseModel learnedBy(LearnerKind kind, List<ResponseRow> rows) {
        ResponseTrainer trainer = new ResponseTrainer(rows, ResponsePriors.standard());
        return trainer.finish(trainer.contest(EnumSet.of(kind)).best(kind));
    }

    private static Map<Arm, Double> shares(List<ResponseRow> rows) {
        Map<Arm, Double> shares = new HashMap<>();
        rows.forEach(row -> shares.merge(row.arm(), 1.0 / rows.size(), Double::sum));
        return shares;
    }

    private TrainedResponse train(Set<LearnerKind> kinds) {
        if (matured.size() < LEAST_ROWS) {
            return new TrainedResponse(
                    model(
                            ResponseCoefficients.Alone.AS_SCORED,
                            List.of(),
                            new TreeMap<>(),
                            new TreeMap<>(),
                            null,
                            believed()),
                    LearnerContest.notHeld(matured.size()));
        }
        LearnerContest contest = contest(kinds);
        return new TrainedResponse(finish(contest.chosen()), contest.evaluation());
    }

    private LearnerContest contest(Set<LearnerKind> kinds) {
        return new LearnerContest(matured, setting, kinds, believed(), reachFit.recordedChannels());
    }

    private List<Channel> believed() {
        return priors.gated().stream().filter(reachFit::isRecorded).toList();
    }

    private ResponseModel finish(CrossFit winner) {
        Learner chosen = winner.learner();
        return chosen.byTrees() ? finish(chosen, winner.pooled()) : finish(chosen);
    }

    /** Trees grown from all rows; how far to believe them is told by those that had not seen the rows. */
    private ResponseModel finish(Learner chosen, SortedMap<String, Double> coefficients) {
        EffectForests forests = new ForestFit(matured, setting).fit(chosen.kind());
        SortedMap<String, Double> effects = new TreeMap<>(coefficients);
        effects.keySet().removeAll(Set.of("intercept", "slope"));
        ResponseCoefficients.Alone alone = new ResponseCoefficients.Alone(
                coefficients.getOrDefault("intercept", 0.0), coefficients.getOrDefault("slope", 1.0));
        return model(alone, List.of(), effects, uncertainty(chosen), forests, chosen.gated());
    }

    private ResponseModel finish(Learner chosen) {
        EffectDesign design = new EffectDesign(chosen, setting);
        List<EffectRow> numbers = matured.stream().map(design::row).toList();
        double[] found = new EffectFit(numbers, design.means(), design.deviations(priors, chosen.scale()))
                .run()
                .coefficients();
        List<String> names = design.names();
        SortedMap<String, Double> effects = new TreeMap<>();
        for (int i = 2; i < names.size(); i++) {
            effects.put(names.get(i), found[i]);
        }
        return model(
                new ResponseCoefficients.Alone(found[0], found[1]),
                design.traits(),
                effects,
                uncertainty(chosen),
                null,
                chosen.gated());
    }

    private ResponseModel model(
            ResponseCoefficients.Alone alone,
            List<Trait> traits,
            SortedMap<String, Double> effects,
            SortedMap<String, Double> uncertainty,
            @Nullable EffectForests forests,
            List<Channel> gated) {
        return ResponseModel.of(new ResponseCoefficients(
                matured.size(),
                alone,
                traits,
                effects,
                uncertainty,
                forests,
                gated,
                reach,
                ConsequenceFit.fit(rows, priors)));
    }

    /** Under wide priors: the narrow ones that predict best would call a belief well founded. */
    private SortedMap<String, Double> uncertainty(Learner chosen) {
        Learner wide = new Learner(LearnerKind.STANDING, chosen.recorded(), chosen.gated(), WIDE);
        EffectDesign design = new EffectDesign(wide, setting);
        List<EffectRow> numbers = matured.stream().map(design::row).toList();
        double[] before = design.deviations(priors, WIDE);
        EffectFit fit = new EffectFit(numbers, design.means(), before).run();
        return new LeftUncertainty(before, fit.covariance()).shares(matured, numbers);
    }
}
