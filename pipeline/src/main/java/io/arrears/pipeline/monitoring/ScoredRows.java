package io.arrears.pipeline.monitoring;

import io.arrears.model.account.Coded;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.ScoringGroup;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.TrainingTable;
import io.arrears.model.training.monitoring.Matured;
import java.util.Arrays;
import java.util.Currency;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A table of rows with the probability to pay that the model gives each. */
final class ScoredRows {
    private static final Currency ANY = Currency.getInstance("EUR");

    private final TrainingTable table;
    private final double[] scores;

    ScoredRows(TrainingTable table, Scorer scorer) {
        this.table = table;
        this.scores = IntStream.range(0, table.rows())
                .parallel()
                .mapToDouble(row -> scorer.payProbability(
                        FeatureVector.of(table.schema(), table.features().row(row)), group(row)))
                .toArray();
    }

    /** The currency has no part in a probability. */
    private ScoringGroup group(int row) {
        return ScoringGroup.of(ANY, Coded.get(ReceivableType.class, table.receivableType(row)), table.segment(row));
    }

    TrainingTable table() {
        return table;
    }

    int[] rowsOf(int asOfDay) {
        return rows(row -> table.asOfDay(row) == asOfDay);
    }

    int[] rows(IntPredicate wanted) {
        return IntStream.range(0, table.rows()).filter(wanted).toArray();
    }

    int accounts(int[] rows) {
        return Math.toIntExact(
                Arrays.stream(rows).mapToObj(table::accountId).distinct().count());
    }

    double[] scores(int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray();
    }

    double[] feature(int column, int[] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> table.features().get(row, column))
                .toArray();
    }

    /** Predictions and outcomes of the rows whose outcome is known. */
    Matured matured(IntPredicate wanted) {
        int[] known = rows(row -> wanted.test(row) && !Double.isNaN(table.label(Target.PAY30, row)));
        return new Matured(
                scores(known),
                Arrays.stream(known)
                        .mapToDouble(row -> table.label(Target.PAY30, row))
                        .toArray());
    }
}
