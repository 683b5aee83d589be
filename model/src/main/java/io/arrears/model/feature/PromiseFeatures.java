package io.arrears.model.feature;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Promise;
import io.arrears.model.account.Received;
import java.util.List;

/**
 * Promises to pay and what became of them. A promise is kept as soon as the payments from the day it was made through
 * three days after its due day reach it; it is broken when those days are over and they did not; until then it is
 * pending. Overlapping promises may be kept by the same money.
 */
final class PromiseFeatures implements FeatureFamily {
    static final int GRACE_DAYS = 3;

    private static final List<Feature> FEATURES = List.of(
            new Feature("promises_made", "Number of promises ever", "count", "promises", "never", "promises made"),
            new Feature(
                    "promises_180d",
                    "Number of promises made in 180 days",
                    "count",
                    "promises made from D-180 on",
                    "never",
                    "promises made in the last 180 days"),
            new Feature(
                    "promises_kept",
                    "Number of promises kept",
                    "count",
                    "promises with payments from made through due + 3 days >= promised",
                    "never",
                    "promises kept"),
            new Feature(
                    "promises_broken",
                    "Number of promises broken",
                    "count",
                    "promises not kept whose due + 3 days < D",
                    "never",
                    "promises broken"),
            new Feature(
                    "promise_kept_rate",
                    "Share of the decided promises that were kept",
                    "share",
                    "kept / (kept + broken)",
                    "no promise decided yet",
                    "share of promises kept"),
            new Feature(
                    "promises_pending",
                    "Number of promises neither kept nor broken yet",
                    "count",
                    "promises - kept - broken",
                    "never",
                    "pending promises"),
            new Feature(
                    "pending_promise_share",
                    "Promised and not yet decided, relative to the open balance",
                    "ratio",
                    "amount of pending promises / open balance",
                    "nothing is open",
                    "pending promises against the balance"),
            new Feature(
                    "days_until_promise_due",
                    "Days until the next pending promise is due",
                    "days",
                    "lowest due day of a pending promise - D; negative within the grace days",
                    "no promise is pending",
                    "days until a promise is due"),
            new Feature(
                    "days_since_broken_promise",
                    "Days since a promise was last broken",
                    "days",
                    "D - latest due day of a broken promise",
                    "no promise broken yet",
                    "days since the last broken promise"),
            new Feature(
                    "last_promise_kept",
                    "Whether the promise decided last was kept",
                    "0/1",
                    "1 if the decided promise with the latest due day (then the later made) was kept",
                    "no promise decided yet",
                    "last promise kept"));

    @Override
    public List<Feature> features() {
        return FEATURES;
    }

    @Override
    public void compute(KnownHistory known, float[] out, int at) {
        Tally tally = new Tally(known.asOfDay());
        if (!known.promises().isEmpty()) {
            Received received = Received.of(known);
            for (Promise promise : known.promises()) {
                tally.add(promise, received);
            }
        }
        tally.write(known, out, at);
    }

    private static final class Tally {
        private final int asOf;
        private int recent;
        private int kept;
        private int broken;
        private int pending;
        private long pendingMinor;
        private int nextDue = Integer.MAX_VALUE;
        private int lastBrokenDue = Integer.MIN_VALUE;
        private int lastDecidedDue = Integer.MIN_VALUE;
        private float lastKept = Float.NaN;

        Tally(int asOf) {
            this.asOf = asOf;
        }

        void add(Promise promise, Received received) {
            int throughDay = promise.dueDay() + GRACE_DAYS;
            recent += promise.madeDay() >= asOf - 180 ? 1 : 0;
            if (received.minorBetween(promise.madeDay(), throughDay) >= promise.amountMinor()) {
                kept++;
                decide(promise, true);
            } else if (throughDay < asOf) {
                broken++;
                lastBrokenDue = Math.max(lastBrokenDue, promise.dueDay());
                decide(promise, false);
            } else {
                pending++;
                pendingMinor += promise.amountMinor();
                nextDue = Math.min(nextDue, promise.dueDay());
            }
        }

        /** Promises come in order of the day they were made. */
        private void decide(Promise promise, boolean wasKept) {
            if (promise.dueDay() >= lastDecidedDue) {
                lastDecidedDue = promise.dueDay();
                lastKept = wasKept ? 1 : 0;
            }
        }

        void write(KnownHistory known, float[] out, int at) {
            out[at++] = known.promises().size();
            out[at++] = recent;
            out[at++] = kept;
            out[at++] = broken;
            out[at++] = Quotient.of(kept, kept + broken);
            out[at++] = pending;
            out[at++] = Quotient.of(pendingMinor, known.ledger().openMinor());
            out[at++] = pending == 0 ? Float.NaN : nextDue - asOf;
            out[at++] = broken == 0 ? Float.NaN : asOf - lastBrokenDue;
            out[at] = lastKept;
        }
    }
}
