package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.LedgerItem;
import java.util.List;

/** How old the open balance is. */
final class AgeingFeatures implements FeatureFamily {
    /** The last day past due of each ageing bucket but the open-ended one. */
    private static final int[] BUCKET_ENDS = {30, 60, 90};

    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "days_past_due",
                    "Days the oldest open item is past due",
                    "days",
                    "D - due day of the oldest open item, at least 0",
                    "never",
                    "days past due",
                    Tendency.LOWERS),
            new Feature(
                    "days_until_next_due",
                    "Days until the next open item falls due",
                    "days",
                    "lowest due day >= D of an open item, minus D",
                    "no open item falls due from D on",
                    "days until the next due date"),
            new Feature(
                    "oldest_open_item_age_days",
                    "Days since the oldest open item was billed",
                    "days",
                    "D - earliest issue day of the open items",
                    "nothing is open",
                    "age of the oldest open item"),
            new Feature(
                    "mean_days_past_due",
                    "Mean days past due of the open balance",
                    "days",
                    "days past due of each open item weighted by its open amount",
                    "nothing is open",
                    "mean age of the overdue balance"),
            new Feature(
                    "aged_1_30_share",
                    "Share of the open balance 1 to 30 days past due",
                    "share",
                    "open amount 1..30 days past due / open balance",
                    "nothing is open",
                    "share of the balance 1 to 30 days past due"),
            new Feature(
                    "aged_31_60_share",
                    "Share of the open balance 31 to 60 days past due",
                    "share",
                    "open amount 31..60 days past due / open balance",
                    "nothing is open",
                    "share of the balance 31 to 60 days past due"),
            new Feature(
                    "aged_61_90_share",
                    "Share of the open balance 61 to 90 days past due",
                    "share",
                    "open amount 61..90 days past due / open balance",
                    "nothing is open",
                    "share of the balance 61 to 90 days past due"),
            new Feature(
                    "aged_over_90_share",
                    "Share of the open balance more than 90 days past due",
                    "share",
                    "open amount over 90 days past due / open balance",
                    "nothing is open",
                    "share of the balance over 90 days past due",
                    Tendency.LOWERS));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        int asOf = known.asOfDay();
        int nextDue = Integer.MAX_VALUE;
        int oldestIssued = Integer.MAX_VALUE;
        long open = 0;
        double weightedDays = 0;
        long[] aged = new long[BUCKET_ENDS.length + 1];
        for (LedgerItem item : known.ledger().openItems()) {
            int daysPastDue = item.daysPastDue(asOf);
            open += item.openMinor();
            oldestIssued = Math.min(oldestIssued, item.invoice().issuedDay());
            if (daysPastDue > 0) {
                weightedDays += (double) daysPastDue * item.openMinor();
                aged[bucketOf(daysPastDue)] += item.openMinor();
            } else {
                nextDue = Math.min(nextDue, item.invoice().dueDay());
            }
        }
        out[at++] = known.daysPastDue();
        out[at++] = nextDue == Integer.MAX_VALUE ? Float.NaN : nextDue - asOf;
        out[at++] = open == 0 ? Float.NaN : asOf - oldestIssued;
        out[at++] = Quotient.of(weightedDays, (double) open);
        for (long minor : aged) {
            out[at++] = Quotient.of(minor, open);
        }
    }

    private static int bucketOf(int daysPastDue) {
        int bucket = 0;
        while (bucket < BUCKET_ENDS.length && daysPastDue > BUCKET_ENDS[bucket]) {
            bucket++;
        }
        return bucket;
    }
}
