package io.arrears.pipeline.sample;

/**
 * Who owes. Everything but {@link #person()}, {@link #place()} and {@link #relation()} is hidden from the drop.
 *
 * @param willingness factor on every daily odds of paying, around 1
 */
record Debtor(
        long ordinal,
        Persona persona,
        Purse purse,
        double willingness,
        Reach reach,
        Jurisdiction place,
        Person person,
        Relation relation) {
    private static final double WILLINGNESS_SIGMA = 0.4;
    private static final double HOLDOUT_SHARE = 0.04;
    private static final double SEVERAL_ACCOUNTS_BUSINESS = 0.40;
    private static final double SEVERAL_ACCOUNTS_CONSUMER = 0.11;

    /**
     * @param accounts how many the debtor holds
     * @param holdout permanently left alone by the contact policy, to measure what contacts are worth
     */
    record Relation(int accounts, boolean holdout) {}

    static Debtor draw(Randomness randomness, long ordinal) {
        Draws draws = randomness.of(Randomness.Stream.DEBTOR, ordinal);
        Persona persona = Persona.draw(draws);
        Purse purse = Purse.draw(draws, persona);
        double willingness = draws.logNormal(1, WILLINGNESS_SIGMA);
        boolean business = Person.drawBusiness(draws);
        Reach reach = Reach.draw(draws, persona, business);
        Jurisdiction place = Jurisdiction.draw(draws);
        Person person = Person.draw(draws, business, purse.ability());
        return new Debtor(ordinal, persona, purse, willingness, reach, place, person, relation(draws, business));
    }

    String id() {
        return "D" + SampleIds.padded(ordinal);
    }

    private static Relation relation(Draws draws, boolean business) {
        boolean several = draws.chance(business ? SEVERAL_ACCOUNTS_BUSINESS : SEVERAL_ACCOUNTS_CONSUMER);
        int accounts = several ? draws.between(2, business ? 5 : 3) : 1;
        return new Relation(accounts, draws.chance(HOLDOUT_SHARE));
    }
}
