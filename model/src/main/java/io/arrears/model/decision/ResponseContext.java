package io.arrears.model.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.arrears.model.account.Contact;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Promise;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.account.Received;
import io.arrears.model.contact.PromiseStanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The few numbers by which the response to contact differs between accounts, known before the contact.
 *
 * @param basePayProbability score of paying within the horizon under the logged policy
 * @param reach past contacts, by channel and window
 * @param traits values of {@link ResponseTraits#FEATURES}, null where missing; empty = all are
 */
public record ResponseContext(
        double basePayProbability,
        int daysPastDue,
        ReceivableType type,
        int promisesKept,
        int promisesBroken,
        List<Reach> reach,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<@Nullable Double> traits) {
    public ResponseContext {
        reach = List.copyOf(reach);
        // records written before there were traits have none
        traits = TraitValues.of(traits == null ? List.of() : traits);
        if (!(basePayProbability >= 0 && basePayProbability <= 1)) {
            throw new IllegalArgumentException("base pay probability is %s; it must be within 0 to 1: check the scorer"
                    .formatted(basePayProbability));
        }
    }

    /** Without traits. */
    public ResponseContext(
            double basePayProbability,
            int daysPastDue,
            ReceivableType type,
            int promisesKept,
            int promisesBroken,
            List<Reach> reach) {
        this(basePayProbability, daysPastDue, type, promisesKept, promisesBroken, reach, List.of());
    }

    public static ResponseContext of(KnownHistory known, double basePayProbability, List<@Nullable Double> traits) {
        int kept = 0;
        int broken = 0;
        Received received = Received.of(known);
        for (Promise promise : known.promises()) {
            PromiseStanding standing =
                    PromiseStanding.of(promise, received, known.asOfDay(), PromiseStanding.USUAL_GRACE_DAYS);
            kept += standing == PromiseStanding.KEPT ? 1 : 0;
            broken += standing == PromiseStanding.BROKEN ? 1 : 0;
        }
        return new ResponseContext(
                basePayProbability,
                known.daysPastDue(),
                known.getAccount().type(),
                kept,
                broken,
                reachOf(known.contacts()),
                traits);
    }

    /** A trait's value, NaN where missing. */
    double trait(int index) {
        return TraitValues.of(traits).value(index);
    }

    private static List<Reach> reachOf(List<Contact> contacts) {
        Map<String, Reach> sums = new TreeMap<>();
        for (Contact contact : contacts) {
            if (contact.isOutboundAttempt()) {
                Reach one = new Reach(
                        contact.arm().channel(),
                        contact.arm().window(),
                        1,
                        contact.result().rightParty() ? 1 : 0);
                sums.merge(one.channel() + "/" + one.window(), one, ResponseContext::plus);
            }
        }
        return new ArrayList<>(sums.values());
    }

    private static Reach plus(Reach a, Reach b) {
        return new Reach(a.channel(), a.window(), a.attempts() + b.attempts(), a.rightParty() + b.rightParty());
    }
}
