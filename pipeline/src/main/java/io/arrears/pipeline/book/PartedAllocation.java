package io.arrears.pipeline.book;

import io.arrears.model.decision.Allocation;
import io.arrears.model.decision.Allocator;
import io.arrears.model.decision.Plan;
import io.arrears.model.decision.PlanTerms;
import io.arrears.model.decision.PricedBook;
import io.arrears.model.decision.Strategy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The plan of a book that needn't fit in one machine: the same search for prices as {@link BookAllocation}, over the
 * partitions of a Spark job, with the same prices and the same arms.
 *
 * @param plan without the choices, which the prices imply
 * @param exceptions the arms of the accounts for which they don't, by id
 */
record PartedAllocation(Plan plan, HashMap<String, Integer> exceptions) implements BookPlan {
    /**
     * Plans from the values written by {@link ValueFold}.
     *
     * @param partitions into how many parts the book is divided
     */
    static PartedAllocation of(Strategy strategy, Dataset<Row> values, int partitions, LostArms lost) {
        int arms = strategy.arms().size();
        JavaRDD<BookPart> parts = values.select("account_id", "arm", "merit_minor", "members", "past_due", "drawn")
                .repartitionByRange(partitions, values.col("account_id"))
                .sortWithinPartitions("account_id", "arm")
                .toJavaRDD()
                .mapPartitions(rows ->
                        Collections.singleton(BookPart.read(rows, arms, lost)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return of(strategy, parts);
        } finally {
            parts.unpersist();
        }
    }

    private static PartedAllocation of(Strategy strategy, JavaRDD<BookPart> parts) {
        List<BookPart.Census> census = parts.map(BookPart::census).collect();
        TreeSet<Long> groups = new TreeSet<>();
        census.forEach(part -> groups.addAll(part.members()));
        PlanTerms terms = new PlanTerms(
                strategy,
                groups,
                census.stream().mapToLong(BookPart.Census::pastDue).sum());
        HashMap<String, Integer> exceptions = new HashMap<>();
        for (BookPart.Census part : census) {
            for (BookPart.Drawn drawn : part.drawn()) {
                if (!terms.take(drawn.terms())) {
                    exceptions.put(drawn.account(), 0);
                }
            }
        }
        int[] sizes = census.stream().mapToInt(BookPart.Census::free).toArray();
        PartedBook book = new PartedBook(parts, sizes, terms.left(), List.copyOf(groups));
        PricedBook priced = Allocator.price(book);
        exceptions.putAll(book.exceptions(priced));
        Allocation rest =
                new Allocation(new int[0], priced.prices(), priced.used(), priced.primalValue(), priced.dualBound());
        return new PartedAllocation(terms.plan(strategy, rest, new int[0], book), exceptions);
    }

    @Override
    public PlanFold.Given given() {
        return new PlanFold.Given(plan.prices().perUnit(), exceptions);
    }
}
