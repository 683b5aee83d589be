package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.decision.ReachRates;
import io.arrears.model.decision.ResponseCoefficients;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learns a {@link ResponseModel} from logged decisions. How wide the priors are, and on which channels only reaching the
 * debtor counts, is chosen by what predicts every fifth decision best from the others. Deterministic in the order of the
 * rows.
 */
public final class ResponseTrainer {
    private static final double[] SCALES = {0.1, 0.3, 1, 2};
    private static final double WIDE = 2;
    private static final int FOLDS = 5;
    private static final int LEAST_ROWS = 50;

    private final ResponsePriors priors;
    private final List<ResponseRow> rows;
    private final ReachFit reachFit;
    private final ReachRates reach;
    private final Map<Arm, Double> shares;

    private ResponseTrainer(List<ResponseRow> rows, ResponsePriors priors) {
        this.priors = priors;
        this.rows = rows;
        this.reachFit = new ReachFit(rows, priors);
        this.reach = reachFit.rates();
        this.shares = shares(rows);
    }

    /** Rows without an outcome teach how debtors are reached, but no effect; with too few rows the priors stand. */
    public static ResponseModel fit(List<ResponseRow> rows) {
        return new ResponseTrainer(rows, ResponsePriors.standard()).fit();
    }

    private static Map<Arm, Double> shares(List<ResponseRow> rows) {
        Map<Arm, Double> shares = new HashMap<>();
        rows.forEach(row -> shares.merge(row.arm(), 1.0 / rows.size(), Double::sum));
        return shares;
    }

    private List<ResponseRow> matured() {
        return rows.stream().filter(row -> row.paid() != null).toList();
    }

    private ResponseModel fit() {
        List<ResponseRow> matured = matured();
        List<Channel> believed =
                priors.gated().stream().filter(reachFit::isRecorded).toList();
        if (matured.size() < LEAST_ROWS) {
            return ResponseModel.of(new ResponseCoefficients(
                    matured.size(),
                    0,
                    1,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    believed,
                    reach,
                    ConsequenceFit.fit(rows, priors)));
        }
        Set<List<Channel>> gates = new LinkedHashSet<>(List.of(believed, reachFit.recordedChannels()));
        Choice best = null;
        for (List<Channel> gated : gates) {
            EffectDesign design = new EffectDesign(reach.table(), gated, shares);
            List<EffectRow> all = matured.stream().map(design::row).toList();
            for (double scale : SCALES) {
                Choice choice = new Choice(design, all, gated, scale, heldOut(design, all, scale));
                best = best == null || choice.likelihood > best.likelihood ? choice : best;
            }
        }
        return finish(Objects.requireNonNull(best));
    }

    /** A way to fit and how well it predicts decisions it didn't see. */
    private record Choice(
            EffectDesign design, List<EffectRow> rows, List<Channel> gated, double scale, double likelihood) {}

    private double heldOut(EffectDesign design, List<EffectRow> all, double scale) {
        List<EffectRow> seen = new ArrayList<>();
        List<EffectRow> unseen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            (i % FOLDS == 0 ? unseen : seen).add(all.get(i));
        }
        double[] coefficients = new EffectFit(seen, design.means(), design.deviations(priors, scale))
                .run()
                .coefficients();
        return EffectFit.likelihood(unseen, coefficients);
    }

    private ResponseModel finish(Choice choice) {
        EffectFit fit =
                new EffectFit(choice.rows, choice.design.means(), choice.design.deviations(priors, choice.scale)).run();
        List<String> names = choice.design.names();
        SortedMap<String, Double> effects = new TreeMap<>();
        for (int i = 2; i < names.size(); i++) {
            effects.put(names.get(i), fit.coefficients()[i]);
        }
        return ResponseModel.of(new ResponseCoefficients(
                choice.rows.size(),
                fit.coefficients()[0],
                fit.coefficients()[1],
                effects,
                uncertainty(choice),
                choice.gated,
                reach,
                ConsequenceFit.fit(rows, priors)));
    }

    /** Under wide priors: the narrow ones that predict best would call a belief well founded. */
    private SortedMap<String, Double> uncertainty(Choice choice) {
        double[] before = choice.design.deviations(priors, WIDE);
        EffectFit wide = new EffectFit(choice.rows, choice.design.means(), before).run();
        return new LeftUncertainty(before, wide.covariance()).shares(matured(), choice.rows);
    }
}
