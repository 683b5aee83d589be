package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Received;
import java.util.List;

/** When and how often money came in. */
final class PaymentActivityFeatures implements FeatureFamily {
    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "days_since_last_payment",
                    "Days since the last payment",
                    "days",
                    "D - day of the last payment",
                    "no payment yet",
                    "days since the last payment"),
            new Feature(
                    "days_since_first_payment",
                    "Days since the first payment",
                    "days",
                    "D - day of the first payment",
                    "no payment yet",
                    "days since the first payment"),
            new Feature(
                    "payments_total",
                    "Number of payments ever",
                    "count",
                    "payments received",
                    "never",
                    "number of payments"),
            new Feature(
                    "payments_30d",
                    "Number of payments in 30 days",
                    "count",
                    "payments from D-30 on",
                    "never",
                    "payments in the last 30 days"),
            new Feature(
                    "payments_90d",
                    "Number of payments in 90 days",
                    "count",
                    "payments from D-90 on",
                    "never",
                    "payments in the last 90 days"),
            new Feature(
                    "payments_180d",
                    "Number of payments in 180 days",
                    "count",
                    "payments from D-180 on",
                    "never",
                    "payments in the last 180 days"),
            new Feature(
                    "payments_365d",
                    "Number of payments in 365 days",
                    "count",
                    "payments from D-365 on",
                    "never",
                    "payments in the last year"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        Received received = Received.of(known);
        int asOf = known.asOfDay();
        out[at++] = received.isEmpty() ? Float.NaN : asOf - received.lastDay();
        out[at++] = received.isEmpty() ? Float.NaN : asOf - received.day(0);
        out[at++] = received.size();
        out[at++] = received.countSince(asOf - 30);
        out[at++] = received.countSince(asOf - 90);
        out[at++] = received.countSince(asOf - 180);
        out[at] = received.countSince(asOf - 365);
    }
}
