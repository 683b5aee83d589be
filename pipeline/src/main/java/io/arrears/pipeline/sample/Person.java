package io.arrears.pipeline.sample;

import org.jspecify.annotations.Nullable;

/** What the creditor's files say about a debtor. Absent values are absent in the drop. */
record Person(
        boolean business,
        String segment,
        @Nullable String incomeBand,
        @Nullable String ageBand,
        @Nullable String sex) {
    private static final double BUSINESS_SHARE = 0.13;
    private static final double INCOME_UNKNOWN = 0.15;
    private static final double AGE_UNKNOWN = 0.05;
    private static final double SEX_UNKNOWN = 0.08;
    private static final double INCOME_NOISE = 0.18;
    private static final String[] AGE_BANDS = {"18-24", "25-34", "35-49", "50-64", "65+"};

    static boolean drawBusiness(Draws draws) {
        return draws.chance(BUSINESS_SHARE);
    }

    static Person draw(Draws draws, boolean business, double ability) {
        if (business) {
            String size = draws.chance(0.7) ? "small_business" : draws.chance(0.7) ? "mid_business" : "key_account";
            return new Person(true, size, null, null, null);
        }
        double seen = ability + INCOME_NOISE * draws.normal();
        String band = seen < 0.38 ? "low" : seen < 0.68 ? "middle" : "high";
        String segment = draws.chance(0.12) ? "premium" : draws.chance(0.08) ? "student" : "retail";
        String age = AGE_BANDS[draws.weighted(0.11, 0.24, 0.31, 0.22, 0.12)];
        String sex = draws.chance(0.5) ? "f" : "m";
        return new Person(
                false,
                segment,
                draws.chance(INCOME_UNKNOWN) ? null : band,
                draws.chance(AGE_UNKNOWN) ? null : age,
                draws.chance(SEX_UNKNOWN) ? null : sex);
    }
}
