package io.arrears.model.feature;

import io.arrears.model.account.Account;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learns the {@link AttributeCatalogue} of a book from its accounts. Profiles of parts of a book merge into that of the
 * whole, in any order and grouping, to the same catalogue. Not thread-safe.
 *
 * <p>An attribute is numeric when every value present is a finite number. Otherwise each value that at least 1 % of all
 * accounts carry becomes a category, the 8 most frequent (ties: alphabetically) of an attribute at most. An attribute
 * with more than {@value #MOST_VALUES} different values that are not all numbers is an identifier or free text and
 * becomes nothing. Names that start with {@code audit_} are never looked at.
 */
public final class AttributeProfile implements Serializable {
    static final int MOST_VALUES = 10_000;
    static final int MOST_CATEGORIES = 8;
    private static final int PERCENT = 100;

    private long accounts;
    private final TreeMap<String, Column> columns = new TreeMap<>();

    /** Adds an account; each account once, in the version that counts. */
    public AttributeProfile add(Account account) {
        accounts++;
        account.attributes().forEach((name, value) -> {
            if (!name.startsWith(Account.AUDIT_PREFIX)) {
                columns.computeIfAbsent(name, any -> new Column()).add(value, 1);
            }
        });
        return this;
    }

    /** Adds all accounts of another profile, which stays as it is. */
    public AttributeProfile merge(AttributeProfile other) {
        accounts += other.accounts;
        other.columns.forEach((name, column) ->
                columns.computeIfAbsent(name, any -> new Column()).addAll(column));
        return this;
    }

    public AttributeCatalogue toCatalogue() {
        List<String> numeric = new ArrayList<>();
        List<AttributeCatalogue.Category> categories = new ArrayList<>();
        columns.forEach((name, column) -> {
            if (column.isNumeric()) {
                numeric.add(name);
            } else {
                for (String value : column.frequentValues(accounts)) {
                    categories.add(new AttributeCatalogue.Category(name, value));
                }
            }
        });
        return new AttributeCatalogue(numeric, categories);
    }

    /** The values of one attribute and how many accounts carry each. */
    private static final class Column implements Serializable {
        private boolean numbersOnly = true;
        private boolean tooManyValues;
        private final TreeMap<String, Long> counts = new TreeMap<>();

        void add(String value, long count) {
            numbersOnly &= !Float.isNaN(AttributeNumber.parse(value));
            if (!tooManyValues) {
                counts.merge(value, count, Long::sum);
                forgetIfTooMany();
            }
        }

        void addAll(Column other) {
            numbersOnly &= other.numbersOnly;
            tooManyValues |= other.tooManyValues;
            other.counts.forEach((value, count) -> counts.merge(value, count, Long::sum));
            forgetIfTooMany();
        }

        private void forgetIfTooMany() {
            tooManyValues |= counts.size() > MOST_VALUES;
            if (tooManyValues) {
                counts.clear();
            }
        }

        boolean isNumeric() {
            return numbersOnly;
        }

        /** In alphabetical order. */
        List<String> frequentValues(long accounts) {
            SortedMap<String, Long> frequent = new TreeMap<>(counts);
            frequent.values().removeIf(count -> count * PERCENT < accounts);
            return frequent.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_CATEGORIES)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }
}
