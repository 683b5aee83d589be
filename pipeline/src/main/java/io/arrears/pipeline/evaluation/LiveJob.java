package io.arrears.pipeline.evaluation;

import io.arrears.model.account.Days;
import io.arrears.model.decision.Strategy;
import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.offpolicy.LiveTest;
import io.arrears.pipeline.history.HistoryLake;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares a challenger with the champion on the accounts each was given, day after day as outcomes became known. */
public final class LiveJob {
    private final SparkSession spark;
    private final HistoryLake lake;

    public LiveJob(SparkSession spark, HistoryLake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /**
     * Looks at every day of the test up to {@code asOfDay}. The first verdict counts: what came after it was learned from
     * a test that was over.
     *
     * @param firstDay of the test
     * @param share of the accounts with the challenger: those whose {@code account.draw} is below
     * @param alpha accepted probability of a wrong verdict
     */
    public LiveComparison run(Strategy strategy, int firstDay, int asOfDay, double share, double alpha) {
        Iterator<Row> rows = lake.mapAccounts(spark, LiveFold.SCHEMA, new LiveFold(strategy, firstDay, asOfDay))
                .orderBy("known_day", "account_id")
                .toLocalIterator();
        return compare(rows, share, alpha);
    }

    /** @param rows of {@link LiveFold} by the day on which they became known */
    static LiveComparison compare(Iterator<Row> rows, double share, double alpha) {
        LiveTest test = new LiveTest(alpha, share);
        int day = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            int known = row.getInt(LiveFold.SCHEMA.fieldIndex("known_day"));
            if (known != day && test.verdict() != LiveTest.Verdict.GO_ON) {
                return comparison(test, day);
            }
            day = known;
            test.add(
                    row.getDouble(LiveFold.SCHEMA.fieldIndex("draw")) < share,
                    row.getDouble(LiveFold.SCHEMA.fieldIndex("reward")));
        }
        return comparison(test, day);
    }

    private static LiveComparison comparison(LiveTest test, int day) {
        LiveTest.Verdict verdict = test.verdict();
        Interval gain = test.gain();
        return new LiveComparison(
                test.outcomes(false),
                test.outcomes(true),
                gain,
                verdict,
                verdict == LiveTest.Verdict.GO_ON ? null : Days.date(day));
    }
}
