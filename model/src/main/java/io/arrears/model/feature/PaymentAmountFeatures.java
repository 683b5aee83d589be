package io.arrears.model.feature;

import io.arrears.model.account.Invoice;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import io.arrears.model.account.Received;
import java.util.List;

/** How much money came in, also relative to what was asked. */
final class PaymentAmountFeatures implements FeatureFamily {
    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "paid_amount_30d",
                    "Money received in 30 days",
                    "currency units",
                    "sum of payments from D-30 on",
                    "never",
                    "amount paid in the last 30 days"),
            new Feature(
                    "paid_amount_90d",
                    "Money received in 90 days",
                    "currency units",
                    "sum of payments from D-90 on",
                    "never",
                    "amount paid in the last 90 days"),
            new Feature(
                    "paid_amount_365d",
                    "Money received in 365 days",
                    "currency units",
                    "sum of payments from D-365 on",
                    "never",
                    "amount paid in the last year"),
            new Feature(
                    "mean_payment_amount",
                    "Mean amount of a payment",
                    "currency units",
                    "sum / number of payments",
                    "no payment yet",
                    "mean payment"),
            new Feature(
                    "last_payment_amount",
                    "Amount of the last payment",
                    "currency units",
                    "amount of the last payment",
                    "no payment yet",
                    "last payment"),
            new Feature(
                    "last_payment_relative",
                    "Last payment relative to the mean payment",
                    "ratio",
                    "last_payment_amount / mean_payment_amount",
                    "no payment yet",
                    "last payment against the usual one"),
            new Feature(
                    "paid_to_billed_ratio",
                    "Share of everything billed that was paid",
                    "ratio",
                    "paid / billed, as the ledger has them",
                    "nothing billed",
                    "share of the bills paid"),
            new Feature(
                    "paid_to_due_180d_ratio",
                    "Payments of 180 days relative to what fell due in them",
                    "ratio",
                    "payments from D-180 on / amounts of items with due day in [D-180, D-1]",
                    "nothing fell due",
                    "paid against due in the last 180 days"),
            new Feature(
                    "open_to_paid_90d_ratio",
                    "Open balance relative to the payments of 90 days",
                    "ratio",
                    "open balance / payments from D-90 on",
                    "no payment in 90 days",
                    "balance against recent payments"),
            new Feature(
                    "adjusted_to_billed_ratio",
                    "Share of everything billed that was credited or written off",
                    "ratio",
                    "adjusted / billed, as the ledger has them",
                    "nothing billed",
                    "share of the bills written off or credited"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        MoneyScale money = MoneyScale.of(known);
        Received received = Received.of(known);
        Ledger ledger = known.ledger();
        int asOf = known.asOfDay();
        int count = received.size();
        double mean = count == 0 ? Double.NaN : (double) received.totalMinor() / count;
        double last = count == 0 ? Double.NaN : received.minor(count - 1);
        out[at++] = money.units(received.minorSince(asOf - 30));
        out[at++] = money.units(received.minorSince(asOf - 90));
        out[at++] = money.units(received.minorSince(asOf - 365));
        out[at++] = money.units(mean);
        out[at++] = money.units(last);
        out[at++] = Quotient.of(last, mean);
        out[at++] = Quotient.of(ledger.paidMinor(), ledger.billedMinor());
        out[at++] = Quotient.of(received.minorSince(asOf - 180), dueMinor(known, asOf - 180));
        out[at++] = Quotient.of(ledger.openMinor(), received.minorSince(asOf - 90));
        out[at] = Quotient.of(ledger.adjustedMinor(), ledger.billedMinor());
    }

    private static long dueMinor(KnownHistory known, int fromDay) {
        long sum = 0;
        for (Invoice invoice : known.invoices()) {
            if (fromDay <= invoice.dueDay() && invoice.dueDay() < known.asOfDay()) {
                sum += invoice.amountMinor();
            }
        }
        return sum;
    }
}
