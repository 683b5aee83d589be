package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.account.Arm;
import io.arrears.model.decision.AllocationProblem;
import io.arrears.model.decision.Allocator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Plans for a book, each within the calls there are. */
final class Plans {
    private static final List<String> REMINDERS = List.of("reminder/sms", "reminder/email");

    private final OracleBook book;

    Plans(OracleBook book) {
        this.book = book;
    }

    /** By the product's allocator, from a value per account and arm. */
    int[] allocated(BiFunction<Integer, Integer, Double> value) {
        double[][] merits = new double[book.cases().size()][book.arms()];
        for (int i = 0; i < merits.length; i++) {
            for (int j = 0; j < book.arms(); j++) {
                merits[i][j] = j == 0 ? 0 : book.cases().get(i).may(j) ? value.apply(i, j) : Double.NaN;
            }
        }
        return Allocator.allocate(AllocationProblem.of(merits, book.strategy().uses(~0L), book.calls()))
                .choice();
    }

    /** Each account its best arm without a call; then calls where they add most, while there are any. */
    int[] greedy(double[][] value) {
        int[] choice = new int[value.length];
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < value.length; i++) {
            choice[i] = best(i, value[i], false);
            int call = best(i, value[i], true);
            double lead = value[i][call] - value[i][choice[i]];
            if (lead > 0) {
                leads.add(new Lead(i, call, lead));
            }
        }
        leads.stream()
                .sorted(Comparator.comparingDouble(Lead::minor).reversed())
                .limit(book.calls())
                .forEach(lead -> choice[lead.account] = lead.arm);
        return choice;
    }

    private record Lead(int account, int arm, double minor) {}

    private int best(int account, double[] value, boolean call) {
        int best = 0;
        for (int j = 1; j < value.length; j++) {
            if (book.cases().get(account).may(j) && book.isCall(j) == call && value[j] > value[best]) {
                best = j;
            }
        }
        return best;
    }

    int[] none() {
        return new int[book.cases().size()];
    }

    /** Any arm that may be chosen, leaving alone included, each alike; calls while there are any. */
    int[] random(long seed) {
        Random random = new Random(seed);
        int[] choice = none();
        int calls = book.calls();
        for (int i : order(i -> random.nextDouble())) {
            int account = i;
            int[] may = IntStream.range(0, book.arms())
                    .filter(j -> book.cases().get(account).may(j))
                    .toArray();
            int arm = may[random.nextInt(may.length)];
            if (!book.isCall(arm) || calls-- > 0) {
                choice[i] = arm;
            }
        }
        return choice;
    }

    /** A call to those who are likeliest to pay, nothing to the others. */
    int[] likeliestFirst() {
        return called(none(), i -> book.cases().get(i).payProbability(), "reminder/call");
    }

    /** A call to those who owe most, nothing to the others. */
    int[] largestFirst() {
        return called(none(), i -> book.cases().get(i).pastDueMinor(), "reminder/call");
    }

    /**
     * A collections desk's rules: reminders by text message, else e-mail; from the second month a plan by letter; calls in
     * the evening to the largest balances over a week late, with the offer of their stage. It forgives nothing: settlements
     * by stage cost more than they bring.
     */
    int[] ruleBook() {
        int[] choice = new int[book.cases().size()];
        for (int i = 0; i < choice.length; i++) {
            int days = book.cases().get(i).daysPastDue();
            List<String> wanted = new ArrayList<>();
            if (days > 30) {
                wanted.add("plan_offer/letter");
            }
            wanted.addAll(REMINDERS);
            choice[i] = first(i, wanted);
        }
        return called(
                choice,
                i -> book.cases().get(i).daysPastDue() > 7 ? book.cases().get(i).pastDueMinor() : 0,
                "by stage");
    }

    private interface Rank {
        double of(int account);
    }

    private List<Integer> order(Rank rank) {
        double[] ranks =
                IntStream.range(0, book.cases().size()).mapToDouble(rank::of).toArray();
        return IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -ranks[i]))
                .toList();
    }

    private int[] called(int[] choice, Rank rank, String offer) {
        int calls = book.calls();
        for (int i : order(rank)) {
            int days = book.cases().get(i).daysPastDue();
            String wanted = offer.contains("/") ? offer : (days > 30 ? "plan_offer" : "reminder") + "/call";
            int arm = first(i, List.of(wanted));
            if (arm > 0 && calls > 0 && rank.of(i) > 0) {
                choice[i] = arm;
                calls--;
            }
        }
        return choice;
    }

    /** The first of the wanted that may be chosen, the latest window first; else leaving alone. */
    private int first(int account, List<String> wanted) {
        for (String one : wanted) {
            for (int j = book.arms() - 1; j > 0; j--) {
                Arm arm = book.strategy().arms().get(j).arm();
                if (book.cases().get(account).may(j)
                        && one.equals(arm.action() + "/" + arm.channel().code())) {
                    return j;
                }
            }
        }
        return 0;
    }
}
