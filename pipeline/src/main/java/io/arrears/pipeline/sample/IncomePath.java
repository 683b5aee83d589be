package io.arrears.pipeline.sample;

import java.util.Arrays;

/** The purse of one debtor day by day, grown as far as asked. All accounts of the debtor share it. */
final class IncomePath {
    private final Randomness randomness;
    private final Debtor debtor;
    private byte[] states = new byte[512];
    private int known;

    IncomePath(Randomness randomness, Debtor debtor) {
        this.randomness = randomness;
        this.debtor = debtor;
        states[0] = (byte) debtor.purse().atStart().index();
        known = 1;
    }

    /** State on a day counted from the start, 0 or later. */
    IncomeState on(int day) {
        while (known <= day) {
            if (known == states.length) {
                states = Arrays.copyOf(states, 2 * known);
            }
            Draws draws = randomness.on(Randomness.Stream.INCOME_DAY, debtor.ordinal(), known);
            states[known] = (byte) debtor.purse()
                    .shocks()
                    .next(IncomeState.at(states[known - 1]), draws)
                    .index();
            known++;
        }
        return IncomeState.at(states[day]);
    }
}
