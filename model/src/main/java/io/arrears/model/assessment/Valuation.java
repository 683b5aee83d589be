package io.arrears.model.assessment;

import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.ArmValue;
import io.arrears.model.decision.Eligibility;
import io.arrears.model.decision.Expression;
import io.arrears.model.decision.Response;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Settlement;
import io.arrears.model.decision.Situation;
import io.arrears.model.decision.SituationFields;
import io.arrears.model.decision.Strategy;
import io.arrears.model.decision.StrategyArm;
import io.arrears.model.scoring.Scores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From a dossier to the value of every arm: pure, so that a record replays. Thread-safe. */
public final class Valuation {
    static final String NO_RATE = "no exchange rate for ";

    private final ResponseModel response;
    private final Strategy strategy;

    public Valuation(ResponseModel response, Strategy strategy) {
        this.response = response.under(strategy);
        this.strategy = strategy;
    }

    /**
     * @throws IllegalArgumentException when the dossier was gathered for another number of arms
     */
    public Assessment value(Dossier dossier) {
        List<StrategyArm> arms = strategy.arms();
        if (dossier.verdicts().size() != arms.size()) {
            throw new IllegalArgumentException(
                    "account %s has %d verdicts for the %d arms of strategy %s: assess it anew"
                            .formatted(dossier.accountId(), dossier.verdicts().size(), arms.size(), strategy.name()));
        }
        Situation situation = dossier.situation();
        boolean[] eligible = eligible(dossier);
        long levers = strategy.leversOf(situation);
        Currency currency = Currency.getInstance(situation.text("account.currency"));
        OptionalDouble rate = strategy.findMinorRate(currency);
        double perPayment = cashPerPayment(dossier.scores()) * rate.orElse(Double.NaN);
        double alone = response.respond(arms.get(0).arm(), dossier.context()).pPay() * perPayment;
        List<ArmOption> options = new ArrayList<>(arms.size());
        for (int i = 0; i < arms.size(); i++) {
            Verdict verdict = dossier.verdicts().get(i);
            String blockedBy =
                    rate.isPresent() ? findBlock(arms.get(i), verdict, eligible) : findRateBlock(arms.get(i), currency);
            ArmValue value = value(arms.get(i), blockedBy, dossier, perPayment, alone);
            options.add(new ArmOption(value, verdict, lever(arms.get(i), levers)));
        }
        return new Assessment(dossier, options);
    }

    /** Expected amount of a payment, given that there is one; 0 when payment is held impossible. */
    private static double cashPerPayment(Scores scores) {
        double probability = scores.payProbability30d();
        return probability < 1e-9 ? 0 : scores.expectedCash30dMinor() / probability;
    }

    private ArmValue value(
            StrategyArm arm, @Nullable String blockedBy, Dossier dossier, double perPayment, double aloneMinor) {
        Response response = this.response.respond(arm.arm(), dossier.context());
        double cash = response.pPay() * perPayment * response.cashFactor();
        Settlement settlement = strategy.terms().settlement();
        double forgiven = arm.arm().action().equals(Settlement.ACTION)
                ? cash * settlement.discount() * settlement.chargeShare()
                : 0;
        double net = arm.arm().isNone()
                ? 0
                : cash
                        - aloneMinor
                        - arm.costMinor()
                        - forgiven
                        - response.pComplaint() * strategy.terms().complaintCostMinor();
        return new ArmValue(
                arm.arm(),
                blockedBy,
                response.pReach(),
                response.pPay(),
                cash,
                arm.costMinor(),
                net,
                response.assumed());
    }

    private static @Nullable String findRateBlock(StrategyArm arm, Currency currency) {
        return arm.arm().isNone() ? null : NO_RATE + currency.getCurrencyCode();
    }

    /** Which clauses hold. */
    private boolean[] eligible(Dossier dossier) {
        List<Eligibility> clauses = strategy.eligibility();
        boolean[] held = held(clauses.stream().map(Eligibility::when).toList(), dossier.situation());
        return clauses.stream().allMatch(clause -> clause.after().isEmpty()) ? held : afterSteps(dossier, held);
    }

    private static boolean[] held(List<Expression> conditions, Situation situation) {
        boolean[] held = new boolean[conditions.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = conditions.get(i).holds(situation);
        }
        return held;
    }

    /**
     * A clause fails while an action that comes first was not tried and one of its arms may still be chosen, now or when a
     * limit of the law has passed.
     */
    private boolean[] afterSteps(Dossier dossier, boolean[] held) {
        Set<String> open = new HashSet<>();
        for (int i = 1; i < strategy.arms().size(); i++) {
            StrategyArm arm = strategy.arms().get(i);
            boolean closed =
                    dossier.verdicts().get(i) instanceof Verdict.Blocked blocked && blocked.earliestNext() == null;
            if (!closed && findFailed(arm, held) == null) {
                open.add(arm.arm().action());
            }
        }
        SituationFields.triedActions(dossier.situation()).forEach(open::remove);
        boolean[] exhausted = held.clone();
        for (int i = 0; i < held.length; i++) {
            exhausted[i] &= Collections.disjoint(strategy.eligibility().get(i).after(), open);
        }
        return exhausted;
    }

    private @Nullable String findBlock(StrategyArm arm, Verdict verdict, boolean[] eligible) {
        if (arm.arm().isNone()) {
            return null;
        }
        if (verdict instanceof Verdict.Blocked blocked) {
            return blocked.rule();
        }
        return findFailed(arm, eligible);
    }

    /** The first clause that fails for an arm. */
    private @Nullable String findFailed(StrategyArm arm, boolean[] eligible) {
        for (int i = 0; i < eligible.length; i++) {
            Eligibility clause = strategy.eligibility().get(i);
            if (!eligible[i] && clause.arms().matches(arm.arm())) {
                return "eligibility/" + clause.name();
            }
        }
        return null;
    }

    private double lever(StrategyArm arm, long levers) {
        long moving = strategy.leversOn(arm, levers);
        double sum = 0;
        for (int i = 0; i < strategy.levers().size(); i++) {
            sum += (moving >> i & 1) == 0 ? 0 : strategy.levers().get(i).bonusMinor();
        }
        return sum;
    }
}
