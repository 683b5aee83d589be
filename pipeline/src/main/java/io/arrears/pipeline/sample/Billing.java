package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * What an account is billed. Bills do not depend on what is paid (save that billing stops, see {@link AccountLife}), so
 * the whole schedule is known beforehand, a few weeks beyond the period, which the truth needs.
 */
final class Billing {
    private static final int DAYS_AHEAD = Period.HORIZON_DAYS;
    private static final int MONTH_DAYS = 30;
    private static final int LOAN_NOTICE_DAYS = 20;
    private static final int CARD_DAYS_TO_PAY = 21;
    private static final double CLOSES_PER_DAY = 0.05 / 365;
    private static final double[] UTILITY_SEASON = {1.6, 1.5, 1.3, 1.0, 0.75, 0.65, 0.6, 0.6, 0.7, 0.95, 1.25, 1.5};
    private static final int[] TRADE_TERMS = {30, 45, 60};

    private final AccountProfile account;
    private final Period period;
    private final Draws draws;
    private final List<Bill> bills = new ArrayList<>();
    private final int first;
    private final int end;
    private long creditLimitMinor;

    private Billing(AccountProfile account, Period period, Draws draws) {
        this.account = account;
        this.period = period;
        this.draws = draws;
        this.first = Math.max(0, account.openedDay());
        int closes = first + (int) (-StrictMath.log(1 - draws.uniform()) / CLOSES_PER_DAY);
        this.end = Math.min(closes, period.asOf() + DAYS_AHEAD);
    }

    /** Bills in order of issue and of due date alike, and the limit of a card (0 for others). */
    record Plan(List<Bill> bills, long creditLimitMinor) {
        Plan {
            bills = List.copyOf(bills);
        }
    }

    static Plan plan(AccountProfile account, Period period, Randomness randomness) {
        Billing billing = new Billing(account, period, randomness.of(Randomness.Stream.BILLING, account.ordinal()));
        switch (account.type()) {
            case CONSUMER_LOAN -> billing.instalments();
            case CREDIT_CARD -> billing.statements();
            case UTILITY -> billing.meterReadings();
            case B2B_INVOICE -> billing.deliveries();
        }
        return new Plan(billing.bills, billing.creditLimitMinor);
    }

    private void instalments() {
        int term = draws.between(12, 36);
        long amount = account.tender().minor(draws.logNormal(190, 0.55));
        int firstDue = account.openedDay() + MONTH_DAYS;
        for (int i = 0; i < term; i++) {
            int due = firstDue + i * 365 / 12;
            int issued = due - LOAN_NOTICE_DAYS;
            if (issued >= first && issued < end) {
                add(issued, due, amount, Bill.Kind.INSTALMENT);
            }
        }
    }

    private void statements() {
        boolean revolves = draws.chance(0.4);
        double spend = draws.logNormal(420, 0.7);
        double limit = 500 * Math.max(1, Math.round(spend * draws.uniform(3, 9) / 500));
        creditLimitMinor = account.tender().minor(limit);
        int monthOfFee = draws.between(1, 12);
        for (int issued = first + draws.below(MONTH_DAYS); issued < end; issued += MONTH_DAYS) {
            int due = issued + CARD_DAYS_TO_PAY;
            double used = Math.min(limit, draws.logNormal(spend, 0.35));
            double billed = revolves ? Math.max(15, 0.08 * used) : used;
            add(issued, due, account.tender().minor(billed), Bill.Kind.STATEMENT);
            if (revolves) {
                add(issued, due, account.tender().minor(0.015 * used), Bill.Kind.INTEREST);
            }
            if (period.month(issued) == monthOfFee) {
                add(issued, due, account.tender().minor(45), Bill.Kind.FEE);
            }
        }
    }

    private void meterReadings() {
        int months = draws.chance(0.7) ? 1 : 3;
        int daysToPay = draws.between(14, 21);
        double monthly = draws.logNormal(account.debtor().person().business() ? 380 : 85, 0.45);
        int gap = MONTH_DAYS * months;
        for (int issued = first + draws.below(gap); issued < end; issued += gap) {
            double season = UTILITY_SEASON[period.month(issued) - 1];
            double amount = draws.logNormal(monthly * months * season, 0.12);
            add(issued, issued + daysToPay, account.tender().minor(amount), Bill.Kind.INVOICE);
        }
    }

    private void deliveries() {
        int terms = TRADE_TERMS[draws.weighted(0.55, 0.25, 0.20)];
        double typical = draws.logNormal(3800, 0.9);
        double gap = draws.uniform(8, 45);
        int issued = first + draws.below(MONTH_DAYS);
        while (issued < end) {
            add(issued, issued + terms, account.tender().minor(draws.logNormal(typical, 0.7)), Bill.Kind.INVOICE);
            issued += 1 + (int) (-StrictMath.log(1 - draws.uniform()) * gap);
        }
    }

    private void add(int issued, int due, long amountMinor, Bill.Kind kind) {
        bills.add(new Bill(account.id() + "-I" + (bills.size() + 1), issued, due, amountMinor, kind));
    }
}
