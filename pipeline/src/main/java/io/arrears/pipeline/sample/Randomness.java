package io.arrears.pipeline.sample;

/**
 * Counter-based randomness: the draws of a stream on a day are a function of (seed, stream, ordinal, day) and of nothing
 * drawn before. A branch shares the past and has another future, which lets a forward simulation continue an account
 * from exactly the state in which its drop ends.
 */
record Randomness(long seed, int branchDay, long branchSeed) {
    /** Independent purposes, so that a change in one leaves the others alone. */
    enum Stream {
        DEBTOR,
        ACCOUNT,
        BILLING,
        CARE,
        INCOME_DAY,
        ACCOUNT_DAY
    }

    Randomness(long seed) {
        this(seed, Integer.MAX_VALUE, seed);
    }

    /** The same until the day before {@code day}, another future from then on. */
    Randomness branchedAt(int day, long futureSeed) {
        return new Randomness(seed, day, futureSeed);
    }

    Draws of(Stream stream, long ordinal) {
        return new Draws(key(seed, stream, ordinal, -1));
    }

    Draws on(Stream stream, long ordinal, int day) {
        return new Draws(key(day < branchDay ? seed : branchSeed, stream, ordinal, day));
    }

    private static long key(long seed, Stream stream, long ordinal, int day) {
        long key = Draws.mix(seed + 0x632BE59BD9B4E019L);
        key = Draws.mix(key ^ (ordinal * 31 + stream.ordinal() + 1));
        return Draws.mix(key + 0x9E3779B97F4A7C15L * (day + 2));
    }
}
