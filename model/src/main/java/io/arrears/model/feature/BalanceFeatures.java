package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import io.arrears.model.account.LedgerItem;
import java.util.List;

/** What is owed, how much of it is overdue and what falls due next. */
final class BalanceFeatures implements FeatureFamily {
    static final int DUE_SOON_DAYS = 30;

    private static final List<Feature> FEATURES = List.of(
            new Feature(
                    "open_balance",
                    "Balance of all open items",
                    "currency units",
                    "sum of open amounts",
                    "never",
                    "open balance"),
            new Feature(
                    "past_due_amount",
                    "Part of the open balance that is past due",
                    "currency units",
                    "sum of open amounts of items with due day < D",
                    "never",
                    "amount past due"),
            new Feature(
                    "due_next_30d_amount",
                    "Open amount that falls due in the next 30 days",
                    "currency units",
                    "sum of open amounts of items with due day in [D, D+29]",
                    "never",
                    "amount due in the next 30 days"),
            new Feature(
                    "past_due_share",
                    "Share of the open balance that is past due",
                    "share",
                    "past_due_amount / open_balance",
                    "nothing is open",
                    "share of the balance past due"),
            new Feature(
                    "open_items",
                    "Number of open items",
                    "count",
                    "items with an open amount",
                    "never",
                    "number of open items"),
            new Feature(
                    "past_due_items",
                    "Number of open items past due",
                    "count",
                    "open items with due day < D",
                    "never",
                    "number of items past due"),
            new Feature(
                    "open_billed_paid_share",
                    "Share of the open items' amount that is already paid",
                    "share",
                    "1 - open_balance / billed amount of the open items",
                    "nothing is open",
                    "share of the open items already paid"),
            new Feature(
                    "limit_utilisation",
                    "Open balance relative to the credit limit",
                    "ratio",
                    "open_balance / credit limit",
                    "no credit limit",
                    "use of the credit limit"),
            new Feature(
                    "credit_balance",
                    "Money received beyond what was billed",
                    "currency units",
                    "unallocated payments",
                    "never",
                    "credit on the account"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        MoneyScale money = MoneyScale.of(known);
        Ledger ledger = known.ledger();
        int asOf = known.asOfDay();
        long open = 0;
        long billed = 0;
        long pastDue = 0;
        long dueSoon = 0;
        int items = 0;
        int pastDueItems = 0;
        for (LedgerItem item : ledger.openItems()) {
            int dueDay = item.invoice().dueDay();
            items++;
            open += item.openMinor();
            billed += item.invoice().amountMinor();
            if (dueDay < asOf) {
                pastDueItems++;
                pastDue += item.openMinor();
            } else if (dueDay < asOf + DUE_SOON_DAYS) {
                dueSoon += item.openMinor();
            }
        }
        Long limit = known.getAccount().profile().creditLimitMinor();
        out[at++] = money.units(open);
        out[at++] = money.units(pastDue);
        out[at++] = money.units(dueSoon);
        out[at++] = Quotient.of(pastDue, open);
        out[at++] = items;
        out[at++] = pastDueItems;
        out[at++] = Quotient.of(billed - open, billed);
        out[at++] = limit == null ? Float.NaN : Quotient.of(open, limit);
        out[at] = money.units(ledger.creditMinor());
    }
}
