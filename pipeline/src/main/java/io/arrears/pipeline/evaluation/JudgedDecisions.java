package io.arrears.pipeline.evaluation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.arrears.model.training.offpolicy.LoggedDecisions;
import io.arrears.model.training.offpolicy.PolicyOnLog;
import io.arrears.pipeline.book.AgeingBucket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
            double expectedOfNone,
            Segments segments) {}

    /** What an account was at its decision. */
    private record Segments(String receivableType, String segment, String ageingBucket) {
        static Segments of(Row row) {
            String segment = row.getAs("segment");
            return new Segments(
                    row.getAs("receivable_type"),
                    segment == null ? "(none)" : segment,
                    AgeingBucket.ofDaysPastDue(row.<Integer>getAs("days_past_due"))
                            .code());
        }
    }

    private static final int MOST_VALUES = 20;
    private static final String OTHERS = "(others)";

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
                row.<Double>getAs("expected_of_none"),
                Segments.of(row)));
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

    /** By what the book is cut, one value per decision; rare values beyond the twentieth are taken together. */
    Map<String, List<String>> segments() {
        Map<String, List<String>> segments = new LinkedHashMap<>();
        segments.put("receivable_type", segments(Segments::receivableType));
        segments.put("segment", segments(Segments::segment));
        segments.put("ageing_bucket", segments(Segments::ageingBucket));
        return segments;
    }

    private List<String> segments(Function<Segments, String> of) {
        List<String> values = judged.stream().map(Judged::segments).map(of).toList();
        Map<String, Long> counts = values.stream().collect(groupingBy(Function.identity(), counting()));
        Set<String> kept = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(Map.Entry::getKey)
                .collect(toSet());
        return values.stream()
                .map(value -> kept.contains(value) ? value : OTHERS)
                .toList();
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
