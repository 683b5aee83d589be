package io.arrears.model.assessment;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Strategy;
import java.util.ArrayList;
import java.util.List;

/**
 * What would change the answer for an account where value decides: each change was applied and the account decided again
 * before it is stated.
 *
 * @param change what would have to be otherwise; amounts are rounded as they are shown
 * @param then what would be chosen
 */
public record Counterfactual(Change change, Arm then) {
    /** Amounts are stated to a hundredth of a minor unit. */
    private static final double FINEST = 0.01;
    /** So many of them beyond the turning point, clear of rounding. */
    private static final int CLEAR = 2;

    /** At most one per capacity and direction, one per forbidden arm that would win, and one for the next best arm. */
    public static List<Counterfactual> list(Assessment assessment, Strategy strategy, Prices prices) {
        Ranking ranking = new Ranking(assessment, strategy, prices);
        int chosen = ranking.best();
        List<Change> changes = new ArrayList<>();
        double[][] uses = strategy.uses(strategy.members(assessment.dossier().situation()));
        for (int k = 0; k < strategy.capacities().size(); k++) {
            addPrices(changes, ranking, uses, new Price(k, prices.perUnit().get(k)));
        }
        for (int i = 0; i < assessment.options().size(); i++) {
            if (!assessment.options().get(i).value().legal() && ranking.leadMinor(i) > ranking.leadMinor(chosen)) {
                changes.add(new Change.Permission(ranking.arm(i)));
            }
        }
        int next = ranking.runnerUp(chosen);
        if (next > 0) {
            double gap = ranking.leadMinor(chosen) - ranking.leadMinor(next);
            changes.add(new Change.Worth(ranking.arm(next), (Math.floor(gap / FINEST) + CLEAR) * FINEST));
        }
        return changes.stream()
                .map(change -> new Counterfactual(change, decide(change, assessment, strategy, prices)))
                .filter(found -> !found.then.equals(ranking.arm(chosen)))
                .filter(found -> !(found.change instanceof Change.Permission permission)
                        || permission.arm().equals(found.then))
                .toList();
    }

    private record Price(int capacity, double minor) {}

    /** The nearest price below and the nearest above at which another arm overtakes the chosen one. */
    private static void addPrices(List<Change> changes, Ranking ranking, double[][] uses, Price price) {
        int chosen = ranking.best();
        double below = Double.NEGATIVE_INFINITY;
        double above = Double.POSITIVE_INFINITY;
        for (int j : ranking.allowed()) {
            double more = uses[j][price.capacity] - uses[chosen][price.capacity];
            double turn = price.minor - (ranking.leadMinor(chosen) - ranking.leadMinor(j)) / more;
            if (more > 0) {
                below = Math.max(below, turn);
            } else if (more < 0) {
                above = Math.min(above, turn);
            }
        }
        double lower = (Math.ceil(below / FINEST) - CLEAR) * FINEST;
        if (lower >= 0) {
            changes.add(new Change.Price(price.capacity, lower));
        }
        if (above < Double.POSITIVE_INFINITY) {
            changes.add(new Change.Price(price.capacity, (Math.floor(above / FINEST) + CLEAR) * FINEST));
        }
    }

    /** What would be chosen, chance apart. */
    private static Arm decide(Change change, Assessment assessment, Strategy strategy, Prices prices) {
        Assessment then = assessment;
        Prices thenPrices = prices;
        if (change instanceof Change.Price price) {
            List<Double> perUnit = new ArrayList<>(prices.perUnit());
            perUnit.set(price.capacity(), price.priceMinor());
            thenPrices = new Prices(perUnit);
        } else {
            then = new Assessment(
                    assessment.dossier(),
                    assessment.options().stream()
                            .map(option -> changed(option, change))
                            .toList());
        }
        Ranking ranking = new Ranking(then, strategy, thenPrices);
        return ranking.arm(ranking.best());
    }

    private static ArmOption changed(ArmOption option, Change change) {
        ArmValue value = option.value();
        if (change instanceof Change.Permission permission && value.arm().equals(permission.arm())) {
            return new ArmOption(with(value, true, value.netValueMinor()), option.verdict(), option.leverMinor());
        }
        if (change instanceof Change.Worth worth && value.arm().equals(worth.arm())) {
            double more = value.netValueMinor() + worth.moreMinor();
            return new ArmOption(with(value, value.legal(), more), option.verdict(), option.leverMinor());
        }
        return option;
    }

    private static ArmValue with(ArmValue value, boolean legal, double netValueMinor) {
        return new ArmValue(
                value.arm(),
                legal ? null : value.blockedBy(),
                value.pReach(),
                value.pPay30d(),
                value.expectedCash30dMinor(),
                value.costMinor(),
                netValueMinor,
                value.assumed());
    }
}
