package io.arrears.model.assessment;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.AccountLaw;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.contact.Slot;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Situation;
import io.arrears.model.decision.SituationSource;
import io.arrears.model.decision.Strategy;
import io.arrears.model.decision.StrategyArm;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.Scores;
import io.arrears.model.scoring.Scoring;
import io.arrears.model.scoring.ScoringGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Assesses accounts under one strategy: the one path from a known history to the value of every arm, in batch and
 * online alike. Thread-safe. Build one per process or executor; its parts travel, it doesn't.
 */
public final class Assessor {
    private static final Duration HORIZON = Duration.ofDays(14);

    private final FeatureBuilder features;
    private final Scoring scoring;
    private final Strategy strategy;
    private final RulePacks packs;
    private final ResponseModel response;
    private final Valuation valuation;
    private final TraitReader traits;

    public Assessor(
            FeatureBuilder features, Scoring scoring, ResponseModel response, Strategy strategy, RulePacks packs) {
        this.features = features;
        this.scoring = scoring;
        this.strategy = strategy;
        this.packs = packs;
        this.response = response;
        this.valuation = new Valuation(response, strategy);
        this.traits = new TraitReader(features.schema());
    }

    public Strategy strategy() {
        return strategy;
    }

    /** Which artefacts an assessment of this assessor followed. */
    public Provenance provenance(Assessment assessment) {
        return new Provenance(
                features.schema().fingerprint(),
                assessment.scores().modelId(),
                response.digest(),
                strategy.digest(),
                packs.digests());
    }

    /**
     * What an account is worth contacting for, from the history's instant on.
     *
     * @throws IllegalStateException when the account itself was not known yet
     */
    public Assessment assess(KnownHistory known) {
        return assess(known, OtherAccounts.NONE);
    }

    /**
     * The same for an account whose debtor has others.
     *
     * @param others as known at the same instant
     */
    public Assessment assess(KnownHistory known, OtherAccounts others) {
        return valuation.value(gather(known, others));
    }

    /** Contact law for planning an account's next contact, under the packs of the strategy. */
    public AccountLaw law(KnownHistory known, OtherAccounts others) {
        return packs.planningLawOf(known, others);
    }

    private Dossier gather(KnownHistory known, OtherAccounts others) {
        FeatureVector vector = features.build(known);
        Scores scores = scoring.score(vector, ScoringGroup.of(known.getAccount()));
        return new Dossier(
                known.id(),
                known.asOfMicros(),
                vector,
                scores,
                Situation.of(SituationSource.of(known, scores)),
                ResponseContext.of(known, scores.payProbability30d(), traits.read(vector)),
                verdicts(law(known, others)));
    }

    private List<Verdict> verdicts(AccountLaw law) {
        List<Verdict> verdicts = new ArrayList<>();
        for (StrategyArm arm : strategy.arms()) {
            if (arm.arm().isNone()) {
                verdicts.add(new Verdict.Allowed(new Slot(law.from(), law.from().plus(HORIZON))));
            } else {
                verdicts.add(law.judge(arm.contact()));
            }
        }
        return verdicts;
    }
}
