package io.arrears.pipeline.sample;

import org.jspecify.annotations.Nullable;

/**
 * One row of {@code contacts.csv}.
 *
 * @param at timestamp with offset; absent when nobody was contacted
 * @param propensityPpm probability of the arm in millionths, exactly as drawn; absent for inbound contacts
 */
record Touch(
        String id,
        int day,
        @Nullable String at,
        Arm arm,
        boolean inbound,
        Result result,
        @Nullable Integer propensityPpm) {

    /**
     * @param rightParty whether the debtor was reached; absent when nobody was contacted
     */
    record Result(
            @Nullable String outcome,
            @Nullable Boolean rightParty,
            boolean complaint,
            long costMinor,
            @Nullable String agentId,
            int talkSeconds) {
        static final Result NOTHING = new Result(null, null, false, 0, null, 0);
    }
}
