package io.arrears.pipeline.benchmark.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.assessment.Assessor;
import io.arrears.pipeline.book.AssessorParts;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Every account past due on a day with what its response to contact is told by, as JSON. */
final class ContextFold implements TableFold {
    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AssessorParts parts;
    private final int asOfDay;
    private transient @Nullable Assessor assessor;

    ContextFold(AssessorParts parts, int asOfDay) {
        this.parts = parts;
        this.asOfDay = asOfDay;
    }

    @Override
    public StructType schema() {
        return StructType.fromDDL("account_id STRING, context STRING");
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        KnownHistory known = history.knownAtStartOf(asOfDay);
        if (!known.isOpen() || known.daysPastDue() <= 0) {
            return List.<Row>of().iterator();
        }
        if (assessor == null) {
            assessor = parts.assessorWithoutReasons();
        }
        try {
            String context =
                    JSON.writeValueAsString(assessor.assess(known).dossier().context());
            return List.of(RowFactory.create(known.id().value(), context)).iterator();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the context of %s can't be written".formatted(known.id()), e);
        }
    }
}
