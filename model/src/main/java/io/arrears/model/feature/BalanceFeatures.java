package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import java.util.List;

/** What is owed and how much of it is overdue. */
final class BalanceFeatures implements FeatureFamily {
    @Override
    public List<Feature> features() {
        return List.of(
                new Feature(
                        "open_balance",
                        "Balance of all open items",
                        "currency units",
                        "sum of open amounts",
                        "never",
                        "open balance"),
                new Feature(
                        "past_due_share",
                        "Share of the open balance that is past due",
                        "share",
                        "past due / open balance",
                        "nothing is open",
                        "share of the balance past due"));
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        Ledger ledger = known.ledger();
        long open = ledger.openMinor();
        out[at] = (float) open;
        out[at + 1] = open == 0 ? Float.NaN : (float) ledger.pastDueMinor(known.asOfDay()) / open;
    }
}
