package io.arrears.model.assessment;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Days;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Exploration;
import io.arrears.model.decision.HoldReason;
import io.arrears.model.decision.Lottery;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Standing;
import io.arrears.model.decision.Strategy;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Decides one account under the prices of a plan. Pure: the same assessment, prices and draws give the same decision,
 * today or in a replay. Thread-safe.
 *
 * <p>An account in the hold-out is left alone. Otherwise chance chooses with probability {@code floor} times the number
 * of allowed arms, evenly among them; else the arm that is worth most after prices is chosen. So every allowed arm has
 * at least the floor, and each propensity is exact; it counts the hold-out's share too, because that is drawn as well.
 */
public final class Decider {
    private final Strategy strategy;

    public Decider(Strategy strategy) {
        this.strategy = strategy;
    }

    public Strategy strategy() {
        return strategy;
    }

    /** The decision when the account is asked alone. */
    public Decision choose(Assessment assessment, Prices prices, Draws draws) {
        Ranking ranking = new Ranking(assessment, strategy, prices);
        Lottery lottery = lottery(ranking);
        int chosen = lottery.explores(draws) ? lottery.pick(draws) : ranking.best();
        return decide(assessment, ranking, draws, chosen);
    }

    /**
     * The decision for an account of a plan.
     *
     * @param planned index of the arm the plan gave it; where chance chose, the arm it drew, or 0 when that found no
     *     capacity
     */
    public Decision choosePlanned(Assessment assessment, Prices prices, Draws draws, int planned) {
        return decide(assessment, new Ranking(assessment, strategy, prices), draws, planned);
    }

    /**
     * The arm that chance settles, whatever the prices: 0 in the hold-out, the drawn arm where chance chooses; empty
     * where value decides.
     */
    public OptionalInt findDrawn(Assessment assessment, Draws draws) {
        Lottery lottery = lottery(new Ranking(assessment, strategy, Prices.free(strategy)));
        if (lottery.isHeldOut(draws)) {
            return OptionalInt.of(0);
        }
        return lottery.explores(draws) ? OptionalInt.of(lottery.pick(draws)) : OptionalInt.empty();
    }

    /** The exact probability of every arm when the account is asked alone, over all draws; in the strategy's order. */
    public double[] propensities(Assessment assessment, Prices prices) {
        Ranking ranking = new Ranking(assessment, strategy, prices);
        Lottery lottery = lottery(ranking);
        int favourite = ranking.best();
        return IntStream.range(0, strategy.arms().size())
                .mapToDouble(arm -> lottery.propensity(arm, favourite))
                .toArray();
    }

    private Lottery lottery(Ranking ranking) {
        return new Lottery(strategy.terms().exploration(), ranking.allowed());
    }

    private Decision decide(Assessment assessment, Ranking ranking, Draws draws, int chosen) {
        Lottery lottery = lottery(ranking);
        if (lottery.isHeldOut(draws)) {
            Standing standing = standing(ranking, lottery, ranking.best(), 0);
            return new Decision.Hold(HoldReason.HOLDOUT, "permanent hold-out", standing);
        }
        boolean byChance = lottery.explores(draws);
        Standing standing = standing(ranking, lottery, byChance ? ranking.best() : chosen, chosen);
        if (byChance && chosen == 0 && ranking.best() != 0) {
            return new Decision.Hold(HoldReason.EXPLORATION, "left alone by chance", standing);
        }
        if (chosen != 0 && assessment.options().get(chosen).verdict() instanceof Verdict.Allowed allowed) {
            return new Decision.Contact(ranking.arm(chosen), allowed.slot(), standing);
        }
        return ranking.holdBecause(standing);
    }

    private Standing standing(Ranking ranking, Lottery lottery, int favourite, int chosen) {
        int runnerUp = ranking.runnerUp(chosen);
        Arm runnerUpArm = runnerUp < 0 ? null : ranking.arm(runnerUp);
        return new Standing(
                ranking.netValueMinor(chosen),
                ranking.chargeMinor(chosen),
                lottery.propensity(chosen, favourite),
                runnerUpArm,
                runnerUp < 0 ? 0 : ranking.leadMinor(chosen) - ranking.leadMinor(runnerUp));
    }

    /** The draws of an account under this strategy. */
    public Draws draws(Assessment assessment) {
        Exploration exploration = strategy.terms().exploration();
        return Draws.of(assessment.accountId(), Days.of(assessment.dossier().asOfMicros()), exploration.salt());
    }
}
