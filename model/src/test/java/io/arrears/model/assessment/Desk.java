package io.arrears.model.assessment;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.CaseText;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.decision.Decision;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.decision.Strategy;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.Reason;
import io.arrears.model.scoring.Scores;
import io.arrears.model.scoring.Scoring;
import io.arrears.model.scoring.ScoringGroup;
import java.util.List;

/** A decision desk for stories: real parts, and a model that gives every account the same score. */
final class Desk {
    static final FeatureBuilder FEATURES = FeatureBuilder.of(AttributeCatalogue.EMPTY);
    static final ResponseModel RESPONSE = ResponseModel.unlearned(ResponsePriors.standard());
    static final Draws GREEDY = new Draws(0.999, 0.999, 0);
    static final String LATE = """
            account consumer_loan EUR first_party - Europe/Berlin
            invoice 2026-01-10 500.00
            """;
    static final String NOON = "2026-03-10T11:00:00Z";

    final Strategy strategy;
    final Assessor assessor;
    final Decider decider;

    private Desk(Strategy strategy, Scoring scoring) {
        this.strategy = strategy;
        this.assessor = new Assessor(FEATURES, scoring, RESPONSE, strategy, RulePacks.inForce(strategy.rulePacks()));
        this.decider = new Decider(strategy);
    }

    static Desk of(String yaml) {
        return of(yaml, 0.4);
    }

    /** A desk whose model gives every account this probability to pay, and then 200 units. */
    static Desk of(String yaml, double payProbability) {
        return new Desk(Strategy.parse(yaml), (vector, group) -> scores(payProbability));
    }

    /** Pays with 40 % and then 200 units. */
    static Scores score(FeatureVector vector, ScoringGroup group) {
        return scores(0.4);
    }

    private static Scores scores(double payProbability) {
        return new Scores(
                "fixed",
                payProbability,
                20_000 * payProbability,
                0.3,
                List.of(new Reason("days_past_due", 59, -0.4, "59 days past due lowers it")));
    }

    Assessment assess(String text) {
        return assess(CaseText.known(NOON, text));
    }

    Assessment assess(KnownHistory known) {
        return assessor.assess(known);
    }

    Decision decide(String text) {
        return decider.choose(assess(text), Prices.free(strategy), GREEDY);
    }
}
