package io.arrears.pipeline.sample;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to generate.
 *
 * @param accounts number of accounts
 * @param months length of the simulated period in calendar months
 * @param seed the only source of randomness
 * @param start first simulated day; the first day after the period is {@link #asOf()}
 * @param out folder to write; absent, empty, or holding an earlier sample
 * @param shock a structural change in how debtors pay
 */
public record SampleSettings(int accounts, int months, long seed, LocalDate start, Path out, Shock shock) {
    private static final int MOST_ACCOUNTS = 50_000_000;
    private static final int MOST_MONTHS = 240;
    private static final LocalDate FIRST_START = LocalDate.of(1980, 1, 1);
    private static final LocalDate LAST_START = LocalDate.of(2200, 1, 1);
    private static final LocalDate DEFAULT_AS_OF = LocalDate.of(2026, 7, 1);

    public SampleSettings {
        requireWithin("accounts", accounts, MOST_ACCOUNTS);
        requireWithin("months", months, MOST_MONTHS);
        if (start.isBefore(FIRST_START) || start.isAfter(LAST_START)) {
            throw new IllegalArgumentException("start is " + start + ", but must lie between " + FIRST_START + " and "
                    + LAST_START + ": choose a start in that range");
        }
        if (shock.happens() && !shock.from().isAfter(start)) {
            throw new IllegalArgumentException("the shock is on " + shock.from() + ", but must come after the start, "
                    + start + ": choose a later date or more months");
        }
        if (out.toString().isBlank()) {
            throw new IllegalArgumentException("out is empty: name the folder to write, for example var/sample");
        }
    }

    /** Without a structural change. */
    public SampleSettings(int accounts, int months, long seed, LocalDate start, Path out) {
        this(accounts, months, seed, start, out, Shock.NONE);
    }

    /** The same with a structural change. */
    public SampleSettings with(Shock change) {
        return new SampleSettings(accounts, months, seed, start, out, change);
    }

    /** A portfolio whose period ends on 2026-06-30. */
    public static SampleSettings of(int accounts, int months, long seed, Path out) {
        requireWithin("months", months, MOST_MONTHS);
        return new SampleSettings(accounts, months, seed, DEFAULT_AS_OF.minusMonths(months), out);
    }

    /** First day after the simulated period: no fact of the drop happens on it or later. */
    public LocalDate asOf() {
        return start.plusMonths(months);
    }

    private static void requireWithin(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    field + " is " + value + ", but must be 1.." + most + ": choose a number in that range");
        }
    }
}
