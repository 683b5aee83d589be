package io.arrears.model.training;

import io.arrears.model.scoring.Evaluation;
import io.arrears.model.scoring.GateCheck;
import io.arrears.model.scoring.GateVerdict;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * May a candidate go in force? It must be calibrated, too good to be true in nothing, of the champion's schema or of
 * another on purpose, and no worse than the champion on the latest rows, of which neither has learned. Not knowing is no.
 */
public final class PromotionGate {
    private final Candidate candidate;
    private final @Nullable Champion champion;
    private final boolean acceptSchema;
    private final List<GateCheck> checks = new ArrayList<>();

    private PromotionGate(Candidate candidate, @Nullable Champion champion, boolean acceptSchema) {
        this.candidate = candidate;
        this.champion = champion;
        this.acceptSchema = acceptSchema;
    }

    /**
     * @param rows the account-days it was trained and judged on; empty when they are not kept any more
     */
    public record Candidate(
            ModelManifest manifest, Evaluation evaluation, Scorer scorer, Optional<TrainingTable> rows) {}

    /**
     * @param sameRows the candidate's rows in the champion's schema; empty when they lack its columns
     * @param ownRows what it was trained on; empty when that is not kept any more
     */
    public record Champion(
            ModelManifest manifest, Scorer scorer, Optional<TrainingTable> sameRows, Optional<TrainingTable> ownRows) {}

    /**
     * @param champion null when none is in force: the candidate is then judged by itself
     * @param acceptSchema whether another schema than the champion's is meant
     * @param now of the verdict
     */
    public static GateVerdict judge(
            Candidate candidate, @Nullable Champion champion, boolean acceptSchema, Instant now) {
        PromotionGate gate = new PromotionGate(candidate, champion, acceptSchema);
        gate.judge();
        return new GateVerdict(
                candidate.manifest().id(),
                champion == null ? "" : champion.manifest().id(),
                now,
                gate.checks);
    }

    private void judge() {
        SelfChecks self = new SelfChecks(candidate.manifest(), candidate.evaluation());
        checks.addAll(self.calibrated());
        checks.add(self.plausible());
        candidate.rows().ifPresent(rows -> checks.add(SelfChecks.noSingleFeatureKnowsAll(rows, horizon())));
        if (champion != null) {
            schema(champion);
            compare(champion);
        }
    }

    private int horizon() {
        return candidate.manifest().horizonDays(Target.PAY30);
    }

    private void schema(Champion champion) {
        String own = candidate.manifest().schemaFingerprint();
        String other = champion.manifest().schemaFingerprint();
        boolean equal = own.equals(other);
        add(
                "schema",
                equal || acceptSchema,
                equal
                        ? "the champion's, %s".formatted(own)
                        : "%s, the champion's is %s%s"
                                .formatted(
                                        own,
                                        other,
                                        acceptSchema ? "; accepted" : ": say --accept-schema if that is meant"));
    }

    private void compare(Champion champion) {
        if (candidate.rows().isEmpty() || champion.sameRows().isEmpty()) {
            add(
                    "rows",
                    false,
                    "the rows the candidate was judged on are not kept, or lack columns the champion reads: train again");
            return;
        }
        checks.addAll(new Comparison(
                        candidate,
                        champion,
                        candidate.rows().get(),
                        champion.sameRows().get())
                .checks());
    }

    private void add(String name, boolean passed, String finding) {
        checks.add(new GateCheck(name, passed, finding));
    }
}
