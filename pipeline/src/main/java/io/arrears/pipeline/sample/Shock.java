package io.arrears.pipeline.sample;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A structural change: from a day on, debtors pay less (or more) readily than accounts that look the same did before.
 * Nothing else changes; what they look like follows only as their histories do.
 *
 * @param from first day on which debtors behave otherwise
 * @param odds factor on the daily odds of paying; 1 changes nothing
 * @param types codes of the receivable types it strikes; empty = all
 */
public record Shock(LocalDate from, double odds, Set<String> types) {
    /** No change ever. */
    static final Shock NONE = new Shock(LocalDate.MAX, 1, Set.of());

    public Shock {
        types = Set.copyOf(types);
        if (!(odds > 0 && odds <= 100)) {
            throw new IllegalArgumentException(
                    "shock odds are %s, but must lie in (0, 100]: 0.5 halves the daily odds of paying".formatted(odds));
        }
        Set<String> known =
                Arrays.stream(Receivable.values()).map(Receivable::code).collect(Collectors.toUnmodifiableSet());
        for (String type : types) {
            if (!known.contains(type)) {
                throw new IllegalArgumentException("shock type '%s' is unknown: choose from %s"
                        .formatted(type, known.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }

    boolean happens() {
        return !from.equals(NONE.from);
    }

    /** The factor for one type, once it has happened. */
    double oddsOf(Receivable type) {
        return types.isEmpty() || types.contains(type.code()) ? odds : 1;
    }
}
