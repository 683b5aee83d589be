package io.arrears.pipeline.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account as it stands in {@code accounts.csv}.
 *
 * @param openedDay counted from the start; negative when opened before it
 */
record AccountProfile(long ordinal, String id, Debtor debtor, Receivable type, int openedDay, Traits traits) {
    private static final List<Channel> CONTACTABLE = List.of(Channel.EMAIL, Channel.SMS, Channel.LETTER, Channel.CALL);
    private static final double OPENED_WITHIN = 0.22;
    private static final int OLDEST_DAYS = 3600;
    private static final int OLDEST_LOAN_DAYS = 420;

    /**
     * @param writeOffAge days past due at which the creditor writes the account off
     * @param tenureMonths of the relation when the account was opened; absent for a tenth
     * @param zone as written to the drop; absent for a hundredth
     */
    record Traits(
            boolean autopay,
            boolean thirdParty,
            int writeOffAge,
            @Nullable Channel preferred,
            @Nullable Integer tenureMonths,
            @Nullable String zone) {}

    static AccountProfile draw(Randomness randomness, long ordinal, Debtor debtor, Period period) {
        Draws draws = randomness.of(Randomness.Stream.ACCOUNT, ordinal);
        Receivable type = Receivable.draw(draws, debtor.person().business());
        int oldest = type == Receivable.CONSUMER_LOAN ? OLDEST_LOAN_DAYS : OLDEST_DAYS;
        boolean within = draws.chance(OPENED_WITHIN);
        int opened = within ? draws.below(period.asOf()) : -draws.between(1, oldest);
        return new AccountProfile(
                ordinal, "A" + SampleIds.padded(ordinal), debtor, type, opened, traits(draws, debtor));
    }

    Tender tender() {
        return debtor.place().tender();
    }

    private static Traits traits(Draws draws, Debtor debtor) {
        boolean autopay = draws.chance(debtor.persona().means().autopay());
        boolean thirdParty = draws.chance(0.07);
        int writeOffAge = draws.between(240, 300);
        Channel preferred = draws.chance(0.3) ? draws.pick(CONTACTABLE) : null;
        Integer tenure = draws.chance(0.1) ? null : (int) Math.min(400, draws.logNormal(30, 1.0));
        int zoneKnown = draws.weighted(0.97, 0.02, 0.01);
        String zone = switch (zoneKnown) {
            case 0 -> debtor.place().zone().getId();
            case 1 -> debtor.place().uncertainZones();
            default -> null;
        };
        return new Traits(autopay, thirdParty, writeOffAge, preferred, tenure, zone);
    }
}
