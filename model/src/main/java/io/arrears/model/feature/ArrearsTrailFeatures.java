package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import java.util.List;

/** How the arrears came about: the ledger replayed through the last year, as known now. */
final class ArrearsTrailFeatures implements FeatureFamily {
    private static final int YEAR = 365;
    private static final int HALF_YEAR = 180;
    private static final int[] LOOK_BACK_DAYS = {90, 60, 30};

    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "past_due_change_90d",
                    "Change of the amount past due in 90 days",
                    "currency units",
                    "past due at D - past due at the end of day D-90",
                    "never",
                    "change of the overdue amount in 90 days"),
            new Feature(
                    "past_due_change_60d",
                    "Change of the amount past due in 60 days",
                    "currency units",
                    "past due at D - past due at the end of day D-60",
                    "never",
                    "change of the overdue amount in 60 days"),
            new Feature(
                    "past_due_change_30d",
                    "Change of the amount past due in 30 days",
                    "currency units",
                    "past due at D - past due at the end of day D-30",
                    "never",
                    "change of the overdue amount in 30 days"),
            new Feature(
                    "worst_days_past_due_180d",
                    "Highest days past due in 180 days",
                    "days",
                    "highest days past due at the end of a day in [D-179, D]",
                    "never",
                    "worst days past due in six months"),
            new Feature(
                    "worst_days_past_due_365d",
                    "Highest days past due in 365 days",
                    "days",
                    "highest days past due at the end of a day in [D-364, D]",
                    "never",
                    "worst days past due in a year",
                    Tendency.LOWERS),
            new Feature(
                    "past_due_days_180d",
                    "Days spent past due in 180 days",
                    "days",
                    "number of days in [D-179, D] that ended with days past due > 0",
                    "never",
                    "days spent past due in six months"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        MoneyScale money = MoneyScale.of(known);
        int asOf = known.asOfDay();
        Trail trail = new Trail(asOf);
        trail.walk(Ledger.start(known.invoices(), known.payments()));
        long pastDueNow = known.ledger().pastDueMinor(asOf);
        for (long before : trail.pastDueMinor) {
            out[at++] = money.units(pastDueNow - before);
        }
        out[at++] = trail.worstHalfYear;
        out[at++] = trail.worstYear;
        out[at] = trail.daysPastDueHalfYear;
    }

    /** Between two events nothing changes but the date, so that it steps from event to event. */
    private static final class Trail {
        private final int asOf;
        private final long[] pastDueMinor = new long[LOOK_BACK_DAYS.length];
        private int worstYear;
        private int worstHalfYear;
        private int daysPastDueHalfYear;

        Trail(int asOf) {
            this.asOf = asOf;
        }

        void walk(Ledger ledger) {
            int from = asOf - YEAR + 1;
            ledger.advanceTo(from);
            while (from <= asOf) {
                int through = Math.min(ledger.nextEventDay() - 1, asOf);
                stay(ledger, from, through);
                from = through + 1;
                ledger.advanceTo(from);
            }
        }

        /** The ledger stands as it is at the end of each day from one through the other. */
        private void stay(Ledger ledger, int from, int through) {
            for (int i = 0; i < LOOK_BACK_DAYS.length; i++) {
                int day = asOf - LOOK_BACK_DAYS[i];
                if (from <= day && day <= through) {
                    pastDueMinor[i] = ledger.pastDueMinor(day);
                }
            }
            int worst = ledger.daysPastDue(through);
            worstYear = Math.max(worstYear, worst);
            int halfYearFrom = Math.max(from, asOf - HALF_YEAR + 1);
            if (halfYearFrom <= through) {
                worstHalfYear = Math.max(worstHalfYear, worst);
                daysPastDueHalfYear += Math.min(worst, through - halfYearFrom + 1);
            }
        }
    }
}
