package io.arrears.pipeline.monitoring;

import io.arrears.model.account.Coded;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.ScoringGroup;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.TrainingTable;
import io.arrears.model.training.monitoring.Matured;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A table of rows with the probability to pay that the model gives each, and whose accounts they are. */
final class ScoredRows {
    private static final Currency ANY = Currency.getInstance("EUR");
    private static final int BATCH = 4096;

    private final TrainingTable table;
    private final double[] scores;
    private final Map<String, String> debtors;

    /** @param debtors by account, of accounts that share one; every other account is its own debtor's */
    ScoredRows(TrainingTable table, Scorer scorer, Map<String, String> debtors) {
        scorer.require(table.schema());
        this.table = table;
        this.debtors = debtors;
        this.scores = IntStream.range(0, (table.rows() + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> scorer.payProbabilities(
                        table.features().rows(batch * BATCH, Math.min(table.rows(), (batch + 1) * BATCH)),
                        row -> group(batch * BATCH + row)))
                .flatMapToDouble(Arrays::stream)
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

    /** The rows of a day whose outcome is known. */
    int[] maturedOf(int asOfDay) {
        return rows(row -> table.asOfDay(row) == asOfDay && !Double.isNaN(table.label(Target.PAY30, row)));
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

    /** Predictions and outcomes of rows whose outcome is known. */
    Matured matured(int[] known) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] numbered = new int[known.length];
        for (int i = 0; i < known.length; i++) {
            String account = table.accountId(known[i]);
            numbered[i] = numbers.computeIfAbsent(debtors.getOrDefault(account, account), d -> numbers.size());
        }
        return new Matured(
                scores(known),
                Arrays.stream(known)
                        .mapToDouble(row -> table.label(Target.PAY30, row))
                        .toArray(),
                numbered);
    }
}
