package io.arrears.pipeline.benchmark.replay;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.assessment.Assessment;
import io.arrears.model.assessment.Assessor;
import io.arrears.model.assessment.Decider;
import io.arrears.model.assessment.DecisionInputs;
import io.arrears.model.assessment.DecisionRecord;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Prices;
import io.arrears.pipeline.book.AssessorParts;
import io.arrears.pipeline.history.AccountFold;
import java.util.Collections;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The records the service would have written, had it been asked for each open account on the mornings of some days. */
final class RecordingFold implements AccountFold {
    private static final long serialVersionUID = 1L;

    static final StructType SCHEMA = StructType.fromDDL("id STRING, json STRING");

    /** What an hour of calls, or a letter, is worth in the plan: any price will do. */
    private static final double PRICE_MINOR = 37.5;

    private final AssessorParts parts;
    private final int firstDay;
    private final int days;
    private transient @Nullable Assessor assessor;

    RecordingFold(AssessorParts parts, int firstDay, int days) {
        this.parts = parts;
        this.firstDay = firstDay;
        this.days = days;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        return IntStream.range(firstDay, firstDay + days)
                .mapToObj(history::knownAtStartOf)
                .filter(KnownHistory::isOpen)
                .map(this::row)
                .iterator();
    }

    private Row row(KnownHistory known) {
        if (assessor == null) {
            assessor = parts.assessor();
        }
        Assessment assessment = assessor.assess(known);
        Decider decider = new Decider(parts.strategy());
        Draws draws = decider.draws(assessment);
        Prices prices =
                new Prices(Collections.nCopies(parts.strategy().capacities().size(), PRICE_MINOR));
        DecisionRecord record = DecisionRecord.of(
                new DecisionInputs(assessor.provenance(assessment), assessment.dossier(), prices, draws, null),
                decider.choose(assessment, prices, draws));
        return RowFactory.create(record.id(), record.json());
    }
}
