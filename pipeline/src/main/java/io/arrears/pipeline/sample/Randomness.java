package io.arrears.pipeline.sample;

/**
 * Counter-based randomness: the draws of a stream on a day are a function of (seed, stream, ordinal, day) and of
 * nothing drawn before. A branch shares the past and has another future, which lets a forward simulation continue an
 * account from exactly the state in which its drop ends.
 */
record Randomness(long seed, int branchDay, long branchSeed) {
    private static final long SEED_OFFSET = 0x632BE59BD9B4E019L;
    private static final long DAY_STEP = 0x9E3779B97F4A7C15L;

    /** Independent purposes, so that a change in one leaves the others alone. */
    enum Stream {
        DEBTOR(1),
        ACCOUNT(2),
        BILLING(3),
        CARE(4),
        INCOME_DAY(5),
        ACCOUNT_DAY(6);

        private final int salt;

        Stream(int salt) {
            this.salt = salt;
        }
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
        long key = Draws.mix(seed + SEED_OFFSET);
        key = Draws.mix(key ^ (ordinal * 31 + stream.salt));
        return Draws.mix(key + DAY_STEP * (day + 2));
    }
}
