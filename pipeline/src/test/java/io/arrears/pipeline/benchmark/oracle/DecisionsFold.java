package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.assessment.ArmOption;
import io.arrears.model.assessment.Assessment;
import io.arrears.model.assessment.Assessor;
import io.arrears.model.scoring.Scores;
import io.arrears.pipeline.book.AssessorParts;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Every account past due on a day: which arms it may get, what the product says they are worth, and all features. */
final class DecisionsFold implements TableFold {
    private static final long serialVersionUID = 1L;

    private final AssessorParts parts;
    private final int asOfDay;
    private transient @Nullable Assessor assessor;

    DecisionsFold(AssessorParts parts, int asOfDay) {
        this.parts = parts;
        this.asOfDay = asOfDay;
    }

    @Override
    public StructType schema() {
        return StructType.fromDDL("account_id STRING, days_past_due INT, past_due_minor DOUBLE, minor_per_unit DOUBLE, "
                + "pay_probability DOUBLE, expected_cash_minor DOUBLE, legal ARRAY<BOOLEAN>, "
                + "net_value_minor ARRAY<DOUBLE>, features BINARY");
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        KnownHistory known = history.knownAtStartOf(asOfDay);
        return known.isOpen() && known.daysPastDue() > 0
                ? List.of(row(known)).iterator()
                : List.<Row>of().iterator();
    }

    private Row row(KnownHistory known) {
        if (assessor == null) {
            assessor = parts.assessorWithoutReasons();
        }
        Assessment assessment = assessor.assess(known);
        Scores scores = assessment.scores();
        List<ArmOption> options = assessment.options();
        double rate =
                parts.strategy().findMinorRate(known.getAccount().currency()).orElseThrow();
        return RowFactory.create(
                known.id().value(),
                known.daysPastDue(),
                rate * known.ledger().pastDueMinor(asOfDay),
                rate * StrictMath.pow(10, Money.decimals(known.getAccount().currency())),
                scores.payProbability30d(),
                rate * scores.expectedCash30dMinor(),
                options.stream().map(option -> option.value().legal()).toArray(),
                options.stream().map(option -> option.value().netValueMinor()).toArray(),
                TableFold.bytes(assessment.dossier().vector()));
    }
}
