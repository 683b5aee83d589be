package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import java.util.List;

/** Money that did not stay: bounced direct debits and other reversals. */
final class ReversalFeatures implements FeatureFamily {
    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "reversals_180d",
                    "Number of payments taken back in 180 days",
                    "count",
                    "reversals from D-180 on",
                    "never",
                    "payments bounced in the last 180 days"),
            new Feature(
                    "reversals_total",
                    "Number of payments taken back ever",
                    "count",
                    "reversals",
                    "never",
                    "payments bounced"),
            new Feature(
                    "reversal_share",
                    "Payments taken back relative to payments made",
                    "ratio",
                    "reversals / rows of kind payment",
                    "no payment yet",
                    "share of payments bounced"),
            new Feature(
                    "days_since_last_reversal",
                    "Days since a payment was last taken back",
                    "days",
                    "D - day of the last reversal",
                    "no reversal yet",
                    "days since a payment last bounced"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        int asOf = known.asOfDay();
        int payments = 0;
        int reversals = 0;
        int recent = 0;
        float daysSince = Float.NaN;
        for (Payment payment : known.payments()) {
            if (payment.kind() == PaymentKind.PAYMENT) {
                payments++;
            } else if (payment.kind() == PaymentKind.REVERSAL) {
                reversals++;
                daysSince = asOf - payment.paidDay();
                recent += daysSince <= 180 ? 1 : 0;
            }
        }
        out[at++] = recent;
        out[at++] = reversals;
        out[at++] = Quotient.of(reversals, payments);
        out[at] = daysSince;
    }
}
