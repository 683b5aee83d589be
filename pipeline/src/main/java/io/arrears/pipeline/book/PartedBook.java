package io.arrears.pipeline.book;

import io.arrears.model.decision.AllocationProblem;
import io.arrears.model.decision.AllocationTerms;
import io.arrears.model.decision.BookPasses;
import io.arrears.model.decision.Boundary;
import io.arrears.model.decision.PriceBox;
import io.arrears.model.decision.PricedBook;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;

/**
 * A book in the partitions of a Spark job, as the search for prices sees it. A pass runs on the executors; back to the
 * driver come counts and the accounts that prices can still move. Accounts are numbered through the partitions, which are
 * sorted, so that answers don't depend on how the book is parted: counts are added and parts joined in order.
 */
final class PartedBook implements BookPasses {
    private final JavaRDD<BookPart> parts;
    private final int[] offsets;
    private final int accounts;
    private final AllocationTerms terms;
    private final ArrayList<Long> groups;

    /**
     * @param parts in order of account ids
     * @param sizes how many accounts of each part chance doesn't decide
     * @param groups every set of capacities that counts accounts, ascending
     */
    PartedBook(JavaRDD<BookPart> parts, int[] sizes, AllocationTerms terms, List<Long> groups) {
        this.parts = parts;
        this.terms = terms;
        this.groups = new ArrayList<>(groups);
        this.offsets = new int[sizes.length];
        int sum = 0;
        for (int p = 0; p < sizes.length; p++) {
            offsets[p] = sum;
            sum = Math.addExact(sum, sizes[p]);
        }
        this.accounts = sum;
    }

    /** What is asked of a part: it is told its first account's number. */
    private interface Question<T extends Serializable> extends Serializable {
        T ask(BookPart part, AllocationProblem problem, int offset);
    }

    private <T extends Serializable> List<T> ask(Question<T> question) {
        return parts.mapPartitionsWithIndex(new Asking<>(question, terms, groups, offsets), true)
                .collect();
    }

    private record Asking<T extends Serializable>(
            Question<T> question, AllocationTerms terms, ArrayList<Long> groups, int[] offsets)
            implements Function2<Integer, Iterator<BookPart>, Iterator<T>> {
        @Override
        public Iterator<T> call(Integer index, Iterator<BookPart> found) {
            List<T> answers = new ArrayList<>();
            while (found.hasNext()) {
                BookPart part = found.next();
                answers.add(question.ask(part, part.problem(terms, groups), offsets[index]));
            }
            return answers.iterator();
        }
    }

    @Override
    public AllocationTerms terms() {
        return terms;
    }

    @Override
    public int accounts() {
        return accounts;
    }

    @Override
    public double span() {
        return ask((part, problem, offset) -> problem.span()).stream()
                .mapToDouble(span -> span)
                .max()
                .orElse(0);
    }

    @Override
    public AllocationProblem sample(int stride) {
        List<AllocationProblem.Rows> rows =
                ask((part, problem, offset) -> problem.rows((stride - offset % stride) % stride, stride));
        return AllocationProblem.sampled(rows, terms, accounts);
    }

    @Override
    public Boundary boundary(PriceBox box) {
        return Boundary.join(terms, ask((part, problem, offset) -> problem.boundary(box)), offsets);
    }

    @Override
    public double highestLead(double[] prices, int capacity) {
        return ask((part, problem, offset) -> problem.highestLead(prices, capacity)).stream()
                .mapToDouble(lead -> lead)
                .max()
                .orElse(0);
    }

    /** The arms of accounts that would get another when asked alone at the prices. */
    Map<String, Integer> exceptions(PricedBook priced) {
        Map<String, Integer> all = new HashMap<>();
        ask((part, problem, offset) -> exceptions(part, problem, priced.choose(problem, offset), priced))
                .forEach(found -> all.putAll(found.arms));
        return all;
    }

    /** Arms by account id. */
    private record Exceptions(Map<String, Integer> arms) implements Serializable {}

    private static Exceptions exceptions(BookPart part, AllocationProblem problem, int[] choice, PricedBook priced) {
        Map<String, Integer> exceptions = new HashMap<>();
        for (int i = 0; i < choice.length; i++) {
            if (priced.isException(problem, i, choice[i])) {
                exceptions.put(part.account(i), choice[i]);
            }
        }
        return new Exceptions(exceptions);
    }

    @Override
    public String toString() {
        return "%d accounts in %d parts from %s".formatted(accounts, offsets.length, Arrays.toString(offsets));
    }
}
