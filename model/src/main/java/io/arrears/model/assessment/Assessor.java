package io.arrears.model.assessment;

import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.PlannedContact;
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
import io.arrears.model.scoring.ScoringGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        return valuation.value(gather(known));
    }

    private Dossier gather(KnownHistory known) {
        FeatureVector vector = features.build(known);
        Scores scores = scoring.score(vector, ScoringGroup.of(known.getAccount()));
        return new Dossier(
                known.id(),
                known.asOfMicros(),
                vector,
                scores,
                Situation.of(SituationSource.of(known, scores)),
                ResponseContext.of(known, scores.payProbability30d(), traits.read(vector)),
                verdicts(known));
    }

    private List<Verdict> verdicts(KnownHistory known) {
        Map<PlannedContact, Verdict> judged = new HashMap<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (StrategyArm arm : strategy.arms()) {
            if (arm.arm().isNone()) {
                Instant now = Days.instant(known.asOfMicros());
                verdicts.add(new Verdict.Allowed(new Slot(now, now.plus(HORIZON))));
            } else {
                PlannedContact planned =
                        new PlannedContact(arm.arm().channel(), arm.arm().window(), arm.vulnerableAllowed());
                verdicts.add(judged.computeIfAbsent(planned, contact -> packs.judge(known, contact)));
            }
        }
        return verdicts;
    }
}
