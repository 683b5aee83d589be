package io.arrears.pipeline.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The book before and after a drop, in minor units of one currency. Opening and closing are open balance less credit,
 * summed over every account's ledger; billed, paid and adjusted are summed over the drop's accepted rows.
 */
public record Reconciliation(
        String currency, long openingMinor, long billedMinor, long paidMinor, long adjustedMinor, long closingMinor) {
    /** Whether opening + billed − paid − adjusted = closing, to the minor unit. */
    public boolean balances() {
        return openingMinor + billedMinor - paidMinor - adjustedMinor == closingMinor;
    }

    /**
     * The whole book's rows after a drop: accounts it didn't touch stand where the drop before closed.
     *
     * @param before the whole book's rows after the drop before, none for the first
     * @param touched rows over the accounts that the drop touched
     * @throws ArithmeticException when a currency's book comes to more than a long holds
     */
    public static List<Reconciliation> carried(List<Reconciliation> before, List<Reconciliation> touched) {
        Map<String, Reconciliation> book = new TreeMap<>();
        before.forEach(row -> book.put(row.currency(), row.standing()));
        touched.forEach(row -> book.merge(row.currency(), row, Reconciliation::withTouched));
        return List.copyOf(book.values());
    }

    /** The book after a drop that touches none of its accounts. */
    Reconciliation standing() {
        return new Reconciliation(currency, closingMinor, 0, 0, 0, closingMinor);
    }

    private Reconciliation withTouched(Reconciliation touched) {
        return new Reconciliation(
                currency,
                openingMinor,
                touched.billedMinor,
                touched.paidMinor,
                touched.adjustedMinor,
                Math.addExact(openingMinor, Math.subtractExact(touched.closingMinor, touched.openingMinor)));
    }

    /**
     * Each place where a drop doesn't balance or doesn't open where the drop before closed, as a sentence; none when the
     * ledger is sound.
     *
     * @param ledger the drops in the order they came
     */
    public static List<String> breaks(List<DropRecord> ledger) {
        List<String> breaks = new ArrayList<>();
        Map<String, Long> closings = new TreeMap<>();
        for (DropRecord drop : ledger) {
            Map<String, Long> before = Map.copyOf(closings);
            closings.clear();
            for (Reconciliation row : drop.reconciliation()) {
                row.problems(before.get(row.currency()))
                        .forEach(problem -> breaks.add("drop %s: %s".formatted(drop.dropId(), problem)));
                closings.put(row.currency(), row.closingMinor());
            }
            before.forEach((currency, closing) -> {
                if (!closings.containsKey(currency)) {
                    breaks.add("drop %s: the book in %s is missing, the drop before closed it at %d"
                            .formatted(drop.dropId(), currency, closing));
                }
            });
        }
        return breaks;
    }

    private List<String> problems(@Nullable Long closedBefore) {
        List<String> problems = new ArrayList<>();
        if (!balances()) {
            problems.add("does not balance: %s".formatted(this));
        }
        long expected = Objects.requireNonNullElse(closedBefore, 0L);
        if (openingMinor != expected) {
            problems.add("opens at %d %s, the drop before closed at %d".formatted(openingMinor, currency, expected));
        }
        return problems;
    }
}
