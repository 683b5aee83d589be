package io.arrears.model.feature;

import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.LedgerItem;
import java.util.Arrays;
import java.util.List;

/** What was billed: how much, how often, on what terms. Items stand in order of billing: issue day, then id. */
final class BillingFeatures implements FeatureFamily {
    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "items_billed",
                    "Number of items billed so far",
                    "count",
                    "items billed",
                    "never",
                    "number of items so far"),
            new Feature(
                    "mean_item_amount",
                    "Mean amount of an item",
                    "currency units",
                    "sum / number of item amounts",
                    "nothing billed",
                    "mean item amount"),
            new Feature(
                    "last_item_amount",
                    "Amount of the item billed last",
                    "currency units",
                    "amount of the last item",
                    "nothing billed",
                    "amount of the last item"),
            new Feature(
                    "last_item_relative",
                    "Last item's amount relative to those before",
                    "ratio",
                    "amount of the last item / mean amount of the items before",
                    "fewer than 2 items",
                    "last item against the earlier ones"),
            new Feature(
                    "item_amount_growth",
                    "Last item's amount relative to the first",
                    "ratio",
                    "amount of the last item / amount of the first",
                    "nothing billed",
                    "growth of the item amount"),
            new Feature(
                    "largest_item_relative",
                    "Last item's amount relative to the largest before",
                    "ratio",
                    "amount of the last item / largest amount of the items before",
                    "fewer than 2 items",
                    "last item against the largest before"),
            new Feature(
                    "last_item_term_days",
                    "Term of the item billed last",
                    "days",
                    "due day - issue day of the last item",
                    "nothing billed",
                    "term of the last item"),
            new Feature(
                    "last_item_age_days",
                    "Days since the last item was billed",
                    "days",
                    "D - issue day of the last item",
                    "nothing billed",
                    "days since the last item"),
            new Feature(
                    "mean_item_gap_days",
                    "Mean days between items",
                    "days",
                    "(last - first issue day) / (items - 1)",
                    "fewer than 2 items",
                    "days between items"),
            new Feature(
                    "last_item_gap_days",
                    "Days between the last two items",
                    "days",
                    "issue day of the last item - that of the one before",
                    "fewer than 2 items",
                    "days between the last two items"),
            new Feature(
                    "last_item_idle_days",
                    "Days without debt before the item billed last",
                    "days",
                    "issue day of the last item - settlement day of the one before",
                    "fewer than 2 items, or the one before is open",
                    "pause before the last item"),
            new Feature(
                    "fee_share",
                    "Share of the billed amount that is fees and interest",
                    "share",
                    "amount of kinds fee and interest / billed amount",
                    "nothing billed",
                    "share of fees and interest"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        MoneyScale money = MoneyScale.of(known);
        List<LedgerItem> items = known.ledger().items();
        int count = items.size();
        if (count == 0) {
            Arrays.fill(out, at, at + FEATURES.size(), Float.NaN);
            out[at] = 0;
            return;
        }
        Invoice last = items.get(count - 1).invoice();
        Sums before = sums(items.subList(0, count - 1));
        long billed = before.minor + last.amountMinor();
        out[at++] = count;
        out[at++] = money.units((double) billed / count);
        out[at++] = money.units(last.amountMinor());
        out[at++] = Quotient.of((double) last.amountMinor() * (count - 1), (double) before.minor);
        out[at++] = Quotient.of(last.amountMinor(), items.get(0).invoice().amountMinor());
        out[at++] = Quotient.of(last.amountMinor(), before.largestMinor);
        writeTimes(items, known.asOfDay(), out, at);
        out[at + 5] = Quotient.of(before.feesMinor + (isFee(last) ? last.amountMinor() : 0), billed);
    }

    private static void writeTimes(List<LedgerItem> items, int asOf, float[] out, int at) {
        int count = items.size();
        Invoice first = items.get(0).invoice();
        Invoice last = items.get(count - 1).invoice();
        LedgerItem previous = items.get(Math.max(0, count - 2));
        boolean several = count > 1;
        out[at] = last.dueDay() - last.issuedDay();
        out[at + 1] = asOf - last.issuedDay();
        out[at + 2] = Quotient.of(last.issuedDay() - first.issuedDay(), count - 1);
        out[at + 3] = several ? last.issuedDay() - previous.invoice().issuedDay() : Float.NaN;
        out[at + 4] = several && !previous.isOpen() ? last.issuedDay() - previous.settledDay() : Float.NaN;
    }

    private record Sums(long minor, long largestMinor, long feesMinor) {}

    private static Sums sums(List<LedgerItem> items) {
        long minor = 0;
        long largest = 0;
        long fees = 0;
        for (LedgerItem item : items) {
            long amount = item.invoice().amountMinor();
            minor += amount;
            largest = Math.max(largest, amount);
            fees += isFee(item.invoice()) ? amount : 0;
        }
        return new Sums(minor, largest, fees);
    }

    private static boolean isFee(Invoice invoice) {
        return invoice.kind() == InvoiceKind.FEE || invoice.kind() == InvoiceKind.INTEREST;
    }
}
