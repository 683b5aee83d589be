package io.arrears.model.feature;

import static io.arrears.model.feature.FamilyCheck.receivedBetween;

import io.arrears.model.account.Dispute;
import io.arrears.model.account.DisputeResolution;
import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Promise;
import io.arrears.model.account.SlowLedger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class PromiseAndDisputeFeaturesTest {
    @Property(tries = 400)
    void promises(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        int asOf = known.asOfDay();
        List<Promise> all = known.promises();
        Predicate<Promise> isKept =
                promise -> receivedBetween(known, promise.madeDay(), promise.dueDay() + 3) >= promise.amountMinor();
        List<Promise> kept = all.stream().filter(isKept).toList();
        List<Promise> broken = all.stream()
                .filter(isKept.negate())
                .filter(promise -> promise.dueDay() + 3 < asOf)
                .toList();
        List<Promise> pending = all.stream()
                .filter(promise -> !kept.contains(promise) && !broken.contains(promise))
                .toList();
        double lastKept = all.stream()
                .filter(promise -> !pending.contains(promise))
                .sorted(Comparator.comparingInt(Promise::dueDay))
                .mapToDouble(promise -> kept.contains(promise) ? 1 : 0)
                .reduce(Double.NaN, (earlier, later) -> later);

        new FamilyCheck(new PromiseFeatures(), known)
                .expect("promises_made", all.size())
                .expect(
                        "promises_180d",
                        all.stream()
                                .filter(promise -> promise.madeDay() >= asOf - 180)
                                .count())
                .expect("promises_kept", kept.size())
                .expect("promises_broken", broken.size())
                .expectRatio("promise_kept_rate", kept.size(), kept.size() + broken.size())
                .expect("promises_pending", pending.size())
                .expectRatio(
                        "pending_promise_share",
                        pending.stream().mapToLong(Promise::amountMinor).sum(),
                        SlowLedger.of(known).openMinor())
                .expect(
                        "days_until_promise_due",
                        pending.stream()
                                .mapToDouble(promise -> promise.dueDay() - asOf)
                                .min())
                .expect(
                        "days_since_broken_promise",
                        broken.stream()
                                .mapToDouble(promise -> asOf - promise.dueDay())
                                .min())
                .expect("last_promise_kept", lastKept)
                .complete();
    }

    @Property(tries = 300)
    void disputes(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        KnownHistory known = random.known();
        SlowLedger ledger = SlowLedger.of(known);
        int asOf = known.asOfDay();
        List<Dispute> open = known.disputes().stream()
                .filter(dispute -> dispute.closedDay() == null || dispute.closedDay() > asOf)
                .toList();
        List<Dispute> closed = known.disputes().stream()
                .filter(dispute -> !open.contains(dispute))
                .toList();
        boolean whole = open.stream().map(Dispute::invoiceId).anyMatch(Objects::isNull);
        Set<String> ids =
                open.stream().map(Dispute::invoiceId).filter(Objects::nonNull).collect(Collectors.toSet());
        double contested = ledger.open().stream()
                .filter(item -> whole || ids.contains(item.id()))
                .mapToDouble(ledger::openMinor)
                .sum();

        new FamilyCheck(new DisputeFeatures(), known)
                .expect("disputes_total", known.disputes().size())
                .expect("disputes_open", open.size())
                .expectRatio(
                        "dispute_upheld_share",
                        closed.stream()
                                .filter(dispute -> dispute.resolution() == DisputeResolution.UPHELD)
                                .count(),
                        closed.size())
                .expectRatio("disputed_amount_share", contested, ledger.openMinor())
                .expect(
                        "days_since_last_dispute",
                        known.disputes().stream()
                                .mapToDouble(dispute -> asOf - dispute.openedDay())
                                .min())
                .complete();
    }
}
