package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;

/** Whether a debtor who is reached promises, and what. Hidden. */
final class Response {
    private static final int SOONEST_DAYS = 3;
    private static final int LATEST_DAYS = 14;
    private static final int PLAN_PARTS = 3;
    private static final int PLAN_GAP_DAYS = 30;
    private static final int SETTLEMENT_DAYS = 10;
    private static final double SETTLEMENT_SHARE = 0.65;

    private final Debtor debtor;
    private final Behaviour behaviour;
    private final Tender tender;

    Response(AccountProfile account, Behaviour behaviour) {
        this.debtor = account.debtor();
        this.behaviour = behaviour;
        this.tender = account.tender();
    }

    /** An amount promised for a day; {@code settles} when keeping it ends the arrears. */
    record Pledge(int dueOn, long amountMinor, boolean settles) {}

    /** Probability of a promise when reached, with an agent of average skill. */
    double promiseProbability(Arm arm) {
        double inclination = switch (arm.channel()) {
            case NONE -> 0;
            case EMAIL, SMS -> 0.04;
            case LETTER -> arm.action() == Action.REMINDER ? 0 : 0.08;
            case CALL ->
                switch (arm.action()) {
                    case NONE -> 0;
                    case REMINDER -> 0.28;
                    case PLAN_OFFER -> 0.36;
                    case SETTLEMENT_OFFER -> 0.22;
                };
        };
        return inclination * debtor.persona().answering().promising();
    }

    /** What is promised today about a pot of this size. */
    List<Pledge> pledges(Action action, int day, long potMinor) {
        int soon = Math.min(behaviour.nextPayday(day + SOONEST_DAYS), day + LATEST_DAYS);
        return switch (action) {
            case NONE, REMINDER -> List.of(new Pledge(soon, potMinor, false));
            case PLAN_OFFER -> parts(soon, potMinor);
            case SETTLEMENT_OFFER -> {
                long share = Math.min(potMinor, tender.rounded(SETTLEMENT_SHARE * potMinor));
                yield List.of(new Pledge(day + SETTLEMENT_DAYS, share, true));
            }
        };
    }

    private List<Pledge> parts(int firstDue, long potMinor) {
        long part = Math.max(1, potMinor / PLAN_PARTS);
        List<Pledge> pledges = new ArrayList<>(PLAN_PARTS);
        long left = potMinor;
        for (int i = 0; i < PLAN_PARTS && left > 0; i++) {
            long amount = i == PLAN_PARTS - 1 ? left : Math.min(left, part);
            pledges.add(new Pledge(firstDue + i * PLAN_GAP_DAYS, amount, false));
            left -= amount;
        }
        return pledges;
    }
}
