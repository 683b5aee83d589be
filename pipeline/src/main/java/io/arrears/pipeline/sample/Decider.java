package io.arrears.pipeline.sample;

import org.jspecify.annotations.Nullable;

/** Who decides about contacts of one account: the logged policy, nobody, or an experiment. */
interface Decider {
    /** Leaves the account alone and writes nothing. */
    Decider NOBODY = (file, day, draws) -> null;

    /** Asked on every day on which something is past due; null when nothing is decided that day. */
    @Nullable
    Choice decide(CaseFile file, int day, Draws draws);
}
