package io.arrears.serving.book;

import io.arrears.model.account.Channel;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.AccountLaw;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.contact.Verdict;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.RunInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rule packs of the plan in force say of an account, channel by channel. Thread-safe. */
public final class ContactLaws {
    private final Mart mart;
    private volatile @Nullable Packs current;

    private record Packs(String runId, RulePacks rules) {}

    public ContactLaws(Mart mart) {
        this.mart = mart;
    }

    /**
     * A channel before the law.
     *
     * @param earliestNext the earliest next legal contact; absent when none is known within 14 days
     * @param contactsLeft how many contacts the caps leave room for then; absent where no cap counts
     * @param blockedBy the rule that forbids its first open slot; absent when none does
     * @param counted ids of what the rule counted
     */
    public record ChannelStanding(
            String channel,
            @Nullable Instant earliestNext,
            @Nullable Integer contactsLeft,
            @Nullable String blockedBy,
            @Nullable String citation,
            @Nullable String severity,
            List<String> counted) {
        static ChannelStanding of(AccountLaw.Standing standing) {
            Verdict.Blocked blocked = standing.blocked();
            return new ChannelStanding(
                    standing.channel().code(),
                    standing.next(),
                    standing.left().isPresent() ? (Integer) standing.left().getAsInt() : null,
                    blocked == null ? null : blocked.rule(),
                    blocked == null ? null : blocked.citation(),
                    blocked == null ? null : blocked.severity().code(),
                    blocked == null ? List.of() : blocked.countedEvents());
        }
    }

    /**
     * Every channel; none when the run in force was published without a plan.
     *
     * @param others the debtor's other accounts
     */
    public List<ChannelStanding> list(KnownHistory known, OtherAccounts others) {
        RulePacks rules = find();
        List<ChannelStanding> standings = new ArrayList<>();
        if (rules != null) {
            AccountLaw law = rules.lawOf(known, others, List.of());
            for (Channel channel : Channel.values()) {
                if (channel != Channel.NONE) {
                    standings.add(ChannelStanding.of(law.standing(channel)));
                }
            }
        }
        return standings;
    }

    private @Nullable RulePacks find() {
        RunInfo run = mart.currentRun().orElse(null);
        if (run == null) {
            return null;
        }
        Packs packs = current;
        if (packs == null || !packs.runId().equals(run.runId())) {
            packs = run.findStrategy()
                    .map(strategy -> new Packs(run.runId(), RulePacks.inForce(strategy.rulePacks())))
                    .orElse(null);
            current = packs;
        }
        return packs == null ? null : packs.rules();
    }
}
