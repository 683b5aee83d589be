package io.arrears.pipeline.book;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.assessment.ArmOption;
import io.arrears.model.assessment.Assessment;
import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Decider;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.model.scoring.Scores;
import io.arrears.pipeline.history.AccountFold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** What every arm is worth to the plan, with the probabilities as they are and as corrected. */
final class FlipFold implements AccountFold {
    private static final long serialVersionUID = 1L;

    /** Beside the columns that {@link BookAllocation} reads, whether the probabilities are corrected. */
    static final StructType SCHEMA = StructType.fromDDL(
            "corrected BOOLEAN, account_id STRING, arm INT, merit_minor DOUBLE, members BIGINT, past_due BOOLEAN, drawn INT");

    private final AssessorParts parts;
    private final Broadcast<DebtorBook> debtors;
    private final Correction correction;
    private final int asOfDay;
    private transient @Nullable Assessor asTheyAre;
    private transient @Nullable Map<String, Assessor> corrected;

    FlipFold(AssessorParts parts, Broadcast<DebtorBook> debtors, Correction correction, int asOfDay) {
        this.parts = parts;
        this.debtors = debtors;
        this.correction = correction;
        this.asOfDay = asOfDay;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        KnownHistory known = history.knownAtStartOf(asOfDay);
        if (!known.isOpen()) {
            return Collections.emptyIterator();
        }
        if (asTheyAre == null || corrected == null) {
            asTheyAre = parts.assessorWithoutReasons();
            corrected = new HashMap<>();
        }
        Assessor moved = corrected.computeIfAbsent(known.getAccount().type().code(), this::correctedAssessor);
        OtherAccounts others = debtors.value().others(known.id().value());
        List<Row> rows = new ArrayList<>();
        add(rows, known, asTheyAre.assess(known, others), false);
        add(rows, known, moved.assess(known, others), true);
        return rows.iterator();
    }

    private Assessor correctedAssessor(String type) {
        return parts.assessor((vector, group) -> {
            Scores scores = parts.scorer().scoreWithoutReasons(vector, group);
            double before = scores.payProbability30d();
            double after = correction.of(before, type);
            double cash = before > 0 ? scores.expectedCash30dMinor() * after / before : scores.expectedCash30dMinor();
            return new Scores(scores.modelId(), after, cash, scores.rollProbability(), scores.reasons());
        });
    }

    private void add(List<Row> rows, KnownHistory known, Assessment assessment, boolean isCorrected) {
        Decider decider = new Decider(parts.strategy());
        Integer drawn = decider.findDrawn(assessment, decider.draws(assessment)).stream()
                .boxed()
                .findFirst()
                .orElse(null);
        int arm = 0;
        for (ArmOption option : assessment.options()) {
            rows.add(RowFactory.create(
                    isCorrected,
                    known.id().value(),
                    arm++,
                    option.value().legal() ? ScoreFold.orNull(option.meritMinor()) : null,
                    parts.strategy().members(assessment.dossier().situation()),
                    known.daysPastDue() > 0,
                    drawn));
        }
    }
}
