package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Contact law for one account from the instant it is known at: what may be done when, over the coming 14 days. Facts are
 * gone through once per rule, however many contacts are asked about. Not thread-safe.
 */
public final class AccountLaw {
    private static final String ANY_ACTION = "any";

    private final CaseFacts facts;
    private final List<Rule> rules;
    private final Map<Channel, ChannelLaw> channels = new EnumMap<>(Channel.class);
    private final IdentityHashMap<Rule, CapCount> counts = new IdentityHashMap<>();
    private final IdentityHashMap<Rule, Optional<Standstill>> stops = new IdentityHashMap<>();
    private final Map<PlannedContact, Verdict> verdicts = new HashMap<>();
    /** Whether any rule looks at the action; else arms that differ in it alone are judged once. */
    private final boolean byAction;

    /** Takes only rules that bind the account. */
    AccountLaw(CaseFacts facts, List<Rule> rules) {
        this.facts = facts;
        this.rules = rules;
        this.byAction = rules.stream().anyMatch(Rule.OfferFirst.class::isInstance);
    }

    /** Nothing is planned earlier: the instant the account is known at, or when a day asked for begins for the debtor. */
    public Instant from() {
        return facts.now();
    }

    /** Whether a contact may be made in its first open slot, and when it may if not. */
    public Verdict judge(PlannedContact planned) {
        PlannedContact asked = byAction
                ? planned
                : new PlannedContact(
                        ANY_ACTION,
                        planned.channel(),
                        planned.window(),
                        planned.vulnerableAllowed(),
                        planned.beyondRecommended());
        return verdicts.computeIfAbsent(
                asked, contact -> channel(contact.channel()).judge(contact));
    }

    /** Every slot of the coming 14 days in which a contact may be made, in order, one local day each at most. */
    public List<Slot> listSlots(PlannedContact planned) {
        return channel(planned.channel()).list(planned);
    }

    /** The earliest legal contact on a channel at any hour, by an arm that is allowed nothing special. */
    public Standing standing(Channel channel) {
        Verdict verdict = judge(new PlannedContact(channel, ContactWindow.ANY, false));
        Instant next = verdict instanceof Verdict.Allowed allowed
                ? allowed.slot().notBefore()
                : ((Verdict.Blocked) verdict).earliestNext();
        OptionalInt left = next == null ? OptionalInt.of(0) : channel(channel).findRoom(next);
        return new Standing(channel, next, verdict instanceof Verdict.Blocked blocked ? blocked : null, left);
    }

    /**
     * How a channel stands.
     *
     * @param next the earliest next legal contact; absent when none is known within 14 days
     * @param blocked why not now; absent when it is legal in its first open slot
     * @param left how many contacts the caps leave room for at {@code next}, counting them as made then; empty without caps
     */
    public record Standing(
            Channel channel, @Nullable Instant next, Verdict.@Nullable Blocked blocked, OptionalInt left) {}

    private ChannelLaw channel(Channel channel) {
        ChannelLaw law = channels.get(channel);
        if (law == null) {
            law = new ChannelLaw(facts);
            for (Rule rule : rules) {
                if (rule.head().channels().contains(channel)) {
                    add(law, rule, channel);
                }
            }
            channels.put(channel, law);
        }
        return law;
    }

    private void add(ChannelLaw law, Rule rule, Channel channel) {
        if (rule instanceof Rule.Hours hours) {
            law.add(hours);
        } else if (rule instanceof Rule.Cap cap) {
            law.add(count(cap));
        } else {
            Optional<Standstill> stop = rule instanceof Rule.ConsentGiven
                    ? Optional.ofNullable(HardStops.find(rule, facts, channel))
                    : stops.computeIfAbsent(rule, key -> Optional.ofNullable(HardStops.find(key, facts, channel)));
            stop.ifPresent(law::add);
        }
    }

    private CapCount count(Rule.Cap cap) {
        CapCount count = counts.get(cap);
        if (count == null) {
            count = new CapCount(cap, facts.hasNoContacts() ? List.of() : facts.events(cap));
            counts.put(cap, count);
        }
        return count;
    }
}
