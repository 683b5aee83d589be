package io.arrears.model.feature;

import io.arrears.model.account.Invoice;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.LedgerItem;
import java.util.List;

/** How fast and in how many parts items are settled, within the term they were given. */
final class SettlementPaceFeatures implements FeatureFamily {
    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "mean_days_to_settle",
                    "Mean days from bill to settlement",
                    "days",
                    "mean of settlement day - issue day over settled items",
                    "nothing settled yet",
                    "days to settle an item"),
            new Feature(
                    "last_days_to_settle",
                    "Days from bill to settlement of the item settled last",
                    "days",
                    "settlement day - issue day of the last settled item",
                    "nothing settled yet",
                    "days to settle the last item"),
            new Feature(
                    "mean_term_used_ratio",
                    "Mean share of the term used until settlement",
                    "ratio",
                    "mean of (settlement day - issue day) / (due day - issue day) over settled items with a term",
                    "no settled item had a term",
                    "share of the term used"),
            new Feature(
                    "last_term_used_ratio",
                    "Share of the term used by the item settled last",
                    "ratio",
                    "(settlement day - issue day) / (due day - issue day) of the last settled item with a term",
                    "no settled item had a term",
                    "share of the last term used"),
            new Feature(
                    "paid_in_parts_share",
                    "Share of the settled items that took several payments",
                    "share",
                    "settled items that more than one payment was spent on / settled items",
                    "nothing settled yet",
                    "share of items paid in parts"),
            new Feature(
                    "part_paid_open_items",
                    "Number of open items paid in part",
                    "count",
                    "open items a payment was spent on",
                    "never",
                    "open items paid in part"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        SettledItems settled = SettledItems.of(known);
        double days = 0;
        double ratios = 0;
        int withTerm = 0;
        float lastDays = Float.NaN;
        float lastRatio = Float.NaN;
        int inParts = 0;
        for (int i = 0; i < settled.size(); i++) {
            LedgerItem item = settled.get(i);
            Invoice invoice = item.invoice();
            int taken = item.settledDay() - invoice.issuedDay();
            int term = invoice.dueDay() - invoice.issuedDay();
            days += taken;
            lastDays = taken;
            inParts += item.parts() > 1 ? 1 : 0;
            if (term > 0) {
                ratios += (double) taken / term;
                withTerm++;
                lastRatio = (float) taken / term;
            }
        }
        out[at++] = Quotient.of(days, settled.size());
        out[at++] = lastDays;
        out[at++] = Quotient.of(ratios, withTerm);
        out[at++] = lastRatio;
        out[at++] = Quotient.of(inParts, settled.size());
        out[at] = partPaidOpenItems(known);
    }

    private static int partPaidOpenItems(KnownHistory known) {
        int count = 0;
        for (LedgerItem item : known.ledger().openItems()) {
            count += item.parts() > 0 ? 1 : 0;
        }
        return count;
    }
}
