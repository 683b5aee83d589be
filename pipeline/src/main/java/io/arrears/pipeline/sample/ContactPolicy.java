package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policy whose decisions the drop logs: rules of thumb by age of the debt, mixed with an even draw over everything
 * allowed. One object per account, because it remembers when it decides next.
 */
final class ContactPolicy implements Decider {
    /** Share of decisions drawn evenly; with at most 21 arms every allowed arm keeps more than 1 %. */
    static final double EVEN_SHARE = 0.25;

    static final int PLAN_FROM_DAYS = 15;
    static final int SETTLEMENT_FROM_DAYS = 61;

    private static final int FIRST_WITHIN_DAYS = 7;
    private static final int SOONEST_AGAIN_DAYS = 7;
    private static final int LATEST_AGAIN_DAYS = 14;
    private static final double PREFERRED = 2;
    private static final double PROMISE_PENDING = 8;
    private static final double WINDOW_LEFT_OPEN = 0.4;

    private int nextDecision = -1;
    private int lastAsked = -2;

    @Override
    public @Nullable Choice decide(CaseFile file, int day, Draws draws) {
        boolean newlyPastDue = lastAsked < day - 1;
        lastAsked = day;
        if (newlyPastDue) {
            nextDecision = Math.max(nextDecision, day + draws.below(FIRST_WITHIN_DAYS));
        }
        if (day < nextDecision) {
            return null;
        }
        nextDecision = day + draws.between(SOONEST_AGAIN_DAYS, LATEST_AGAIN_DAYS);
        return choose(file, day, draws);
    }

    /** Arms that rules allow today; {@link Arm#NONE} always. */
    static List<Arm> eligible(CaseFile file, int day) {
        if (file.account().debtor().relation().holdout() || file.contactForbidden(day)) {
            return List.of(Arm.NONE);
        }
        int age = file.ledger().daysPastDue(day);
        List<Arm> arms = new ArrayList<>(Arm.ALL.size());
        for (Arm arm : Arm.ALL) {
            boolean early = (arm.action() == Action.PLAN_OFFER && age < PLAN_FROM_DAYS)
                    || (arm.action() == Action.SETTLEMENT_OFFER && age < SETTLEMENT_FROM_DAYS);
            if (!early && file.care().allows(arm.channel(), day)) {
                arms.add(arm);
            }
        }
        return arms;
    }

    private static Choice choose(CaseFile file, int day, Draws draws) {
        List<Arm> arms = eligible(file, day);
        int[] ppm = propensities(file, day, arms);
        int at = draws.below(Choice.CERTAIN);
        int i = 0;
        while (at >= ppm[i]) {
            at -= ppm[i];
            i++;
        }
        return new Choice(arms.get(i), ppm[i]);
    }

    /** Whole millionths that add up to one: the draw is over exactly these numbers. */
    private static int[] propensities(CaseFile file, int day, List<Arm> arms) {
        double[] weights = new double[arms.size()];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(file, day, arms.get(i));
            total += weights[i];
        }
        int[] ppm = new int[weights.length];
        int left = Choice.CERTAIN;
        for (int i = 1; i < ppm.length; i++) {
            double share = EVEN_SHARE / ppm.length + (1 - EVEN_SHARE) * weights[i] / total;
            ppm[i] = (int) (share * Choice.CERTAIN);
            left -= ppm[i];
        }
        ppm[0] = left;
        return ppm;
    }

    private static double weight(CaseFile file, int day, Arm arm) {
        double weight = ruleOfThumb(arm, file.ledger().daysPastDue(day));
        if (arm.action() == Action.NONE) {
            return file.promises().pending() ? weight * PROMISE_PENDING : weight;
        }
        double inWindow = arm.windows() == 1
                ? 1
                : arm.window() == Window.ANY ? WINDOW_LEFT_OPEN : (1 - WINDOW_LEFT_OPEN) / Window.PARTS.size();
        double preference = arm.channel() == file.account().traits().preferred() ? PREFERRED : 1;
        return weight * inWindow * preference;
    }

    private static double ruleOfThumb(Arm arm, int daysPastDue) {
        int stage = daysPastDue <= 7 ? 0 : daysPastDue <= 30 ? 1 : daysPastDue <= 60 ? 2 : 3;
        return switch (arm.action()) {
            case NONE -> new double[] {3, 1.5, 0.8, 0.8}[stage];
            case REMINDER ->
                switch (arm.channel()) {
                    case EMAIL -> new double[] {2.0, 1.5, 0.7, 0.3}[stage];
                    case SMS -> new double[] {1.5, 2.0, 1.0, 0.4}[stage];
                    case LETTER -> new double[] {0.2, 0.7, 0.8, 0.5}[stage];
                    case CALL -> new double[] {0.3, 1.0, 1.8, 1.2}[stage];
                    case NONE -> 0;
                };
            case PLAN_OFFER -> arm.channel() == Channel.CALL ? 0.6 + 0.5 * stage : 0.3 + 0.2 * stage;
            case SETTLEMENT_OFFER -> 1.0;
        };
    }
}
