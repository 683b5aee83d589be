package io.arrears.model.feature;

import io.arrears.model.account.Dispute;
import io.arrears.model.account.DisputeResolution;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.LedgerItem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the debtor contests. A dispute that names no item contests the whole debt. */
final class DisputeFeatures implements FeatureFamily {
    private static final List<Feature> FEATURES = List.of(
            new Feature("disputes_total", "Number of disputes ever", "count", "disputes", "never", "disputes"),
            new Feature(
                    "disputes_open",
                    "Number of disputes open",
                    "count",
                    "disputes open on D",
                    "never",
                    "open disputes"),
            new Feature(
                    "dispute_upheld_share",
                    "Share of the closed disputes that were upheld",
                    "share",
                    "disputes with resolution upheld / disputes not open on D",
                    "no dispute closed",
                    "share of disputes upheld"),
            new Feature(
                    "disputed_amount_share",
                    "Share of the open balance that is in dispute",
                    "share",
                    "open amount of items in open disputes / open balance; 1 when the whole debt is disputed",
                    "nothing is open",
                    "share of the balance in dispute"),
            new Feature(
                    "days_since_last_dispute",
                    "Days since a dispute was last opened",
                    "days",
                    "D - opening day of the last dispute",
                    "no dispute yet",
                    "days since the last dispute"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        int asOf = known.asOfDay();
        int open = 0;
        int upheld = 0;
        float daysSince = Float.NaN;
        boolean whole = false;
        Set<String> contested = new HashSet<>();
        for (Dispute dispute : known.disputes()) {
            daysSince = asOf - dispute.openedDay();
            if (!dispute.isOpenOn(asOf)) {
                upheld += dispute.resolution() == DisputeResolution.UPHELD ? 1 : 0;
            } else {
                open++;
                if (dispute.invoiceId() == null) {
                    whole = true;
                } else {
                    contested.add(dispute.invoiceId());
                }
            }
        }
        int total = known.disputes().size();
        long openMinor = known.ledger().openMinor();
        long contestedMinor = whole ? openMinor : contestedMinor(known, contested);
        out[at++] = total;
        out[at++] = open;
        out[at++] = Quotient.of(upheld, total - open);
        out[at++] = Quotient.of(contestedMinor, openMinor);
        out[at] = daysSince;
    }

    private static long contestedMinor(KnownHistory known, Set<String> contested) {
        long sum = 0;
        if (!contested.isEmpty()) {
            for (LedgerItem item : known.ledger().openItems()) {
                sum += contested.contains(item.invoice().id()) ? item.openMinor() : 0;
            }
        }
        return sum;
    }
}
