package io.arrears.pipeline.evaluation;

import io.arrears.model.training.offpolicy.LoggedDecisions;
import io.arrears.model.training.offpolicy.PolicyOnLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The rows of {@link DecisionFold}, sorted by account, as the arrays the estimators take. */
final class JudgedDecisions {
    /** A row without its texts. */
    private record Judged(
            int account,
            boolean none,
            double propensity,
            double reward,
            double expected,
            double probability,
            double expectedOfStrategy,
            double expectedOfNone) {}

    private final int learnedThroughDay;
    private final List<Judged> judged = new ArrayList<>();
    private final Map<String, Long> skipped = new TreeMap<>();
    private String account = "";
    private int accounts;
    private long learned;

    /** @param learnedThroughDay the model has learned from decisions up to this day */
    JudgedDecisions(int learnedThroughDay) {
        this.learnedThroughDay = learnedThroughDay;
    }

    void add(Row row) {
        String why = row.getAs("skipped");
        if (why != null) {
            skipped.merge(why, 1L, Long::sum);
            return;
        }
        String id = row.getAs("account_id");
        if (!id.equals(account)) {
            account = id;
            accounts++;
        }
        learned += row.<Integer>getAs("decided_day") <= learnedThroughDay ? 1 : 0;
        Double propensity = row.getAs("propensity");
        judged.add(new Judged(
                accounts - 1,
                row.<Boolean>getAs("none"),
                orNan(propensity),
                row.<Double>getAs("reward"),
                row.<Double>getAs("expected"),
                row.<Double>getAs("probability"),
                row.<Double>getAs("expected_of_strategy"),
                row.<Double>getAs("expected_of_none")));
    }

    private static double orNan(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    LoggedDecisions log() {
        return new LoggedDecisions(
                judged.stream().mapToInt(Judged::account).toArray(),
                column(Judged::propensity),
                column(Judged::reward),
                column(Judged::expected));
    }

    PolicyOnLog strategy() {
        return new PolicyOnLog(column(Judged::probability), column(Judged::expectedOfStrategy));
    }

    PolicyOnLog none() {
        return new PolicyOnLog(column(one -> one.none() ? 1 : 0), column(Judged::expectedOfNone));
    }

    Map<String, Long> skipped() {
        return skipped;
    }

    double learnedFrom() {
        return judged.isEmpty() ? 0 : (double) learned / judged.size();
    }

    private double[] column(ToDoubleFunction<Judged> of) {
        return judged.stream().mapToDouble(of).toArray();
    }
}
