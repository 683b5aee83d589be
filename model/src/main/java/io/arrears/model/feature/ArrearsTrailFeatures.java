package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.LedgerTrail;
import java.util.List;

/** How the arrears came about: the ledger's trail through the last year, as known now. */
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
                    "worst days past due in a year"),
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
        LedgerTrail trail = known.ledger().trail();
        long pastDueNow = trail.pastDueMinor(asOf);
        for (int days : LOOK_BACK_DAYS) {
            out[at++] = money.units(pastDueNow - trail.pastDueMinor(asOf - days));
        }
        out[at++] = trail.worstDaysPastDue(asOf - HALF_YEAR + 1, asOf);
        out[at++] = trail.worstDaysPastDue(asOf - YEAR + 1, asOf);
        out[at] = trail.pastDueDays(asOf - HALF_YEAR + 1, asOf);
    }
}
