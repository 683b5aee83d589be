package io.arrears.model.assessment;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.model.contact.PlannedContact;
import io.arrears.model.contact.PlannedSlot;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.contact.Slot;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.Strategy;
import io.arrears.model.decision.StrategyArm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shares the slots of one debtor among the contacts a plan wants with several of the debtor's accounts: each one promised
 * counts against the caps of the next, so that together they stay within the law. Thread-safe.
 */
public final class DebtorShare {
    private final RulePacks packs;
    private final List<StrategyArm> arms;

    public DebtorShare(RulePacks packs, Strategy strategy) {
        this.packs = packs;
        this.arms = strategy.arms();
    }

    /**
     * A contact the plan wants.
     *
     * @param others the debtor's other accounts as known at the same instant
     * @param arm its index in the strategy; not leaving alone
     * @param drawn whether chance chose it: chance goes before value, as it does for capacities
     * @param leadMinor what it is worth after prices
     */
    public record Claim(KnownHistory known, OtherAccounts others, int arm, boolean drawn, double leadMinor) {
        private String id() {
            return known.id().value();
        }
    }

    /** A claim with the slot it was promised. */
    private record Promised(Claim claim, PlannedSlot slot) {}

    /**
     * The arms that are no longer possible, for each account that can't have the one it claims; the others keep theirs.
     *
     * @param claims of accounts of one debtor
     */
    public Map<String, BitSet> settle(List<Claim> claims) {
        List<Claim> inOrder = new ArrayList<>(claims);
        inOrder.sort(Comparator.comparing((Claim claim) -> !claim.drawn())
                .thenComparingDouble(claim -> claim.drawn() ? 0 : -claim.leadMinor())
                .thenComparing(Claim::id));
        List<Promised> promised = new ArrayList<>();
        Map<String, BitSet> lost = new HashMap<>();
        for (Claim claim : inOrder) {
            Slot slot = findSlot(claim, claim.arm(), promised);
            if (slot == null) {
                lost.put(claim.id(), impossible(claim, promised));
            } else {
                promised.add(promise(claim, claim.arm(), slot));
            }
        }
        return lost;
    }

    private BitSet impossible(Claim claim, List<Promised> promised) {
        BitSet impossible = new BitSet();
        for (int arm = 1; arm < arms.size(); arm++) {
            impossible.set(arm, findSlot(claim, arm, promised) == null);
        }
        return impossible;
    }

    /** The slot of an arm, if it stays within every account's law with all that is promised, and moves none of it. */
    private @Nullable Slot findSlot(Claim claim, int arm, List<Promised> promised) {
        Slot slot = judge(claim, arm, promised);
        if (slot == null || !slot.equals(judge(claim, arm, List.of()))) {
            return null;
        }
        List<Promised> all = new ArrayList<>(promised);
        all.add(promise(claim, arm, slot));
        for (Promised one : promised) {
            List<Promised> rest = new ArrayList<>(all);
            rest.remove(one);
            if (!one.slot().slot().equals(judge(one.claim(), one.claim().arm(), rest))) {
                return null;
            }
        }
        return slot;
    }

    private Promised promise(Claim claim, int arm, Slot slot) {
        return new Promised(claim, new PlannedSlot(arms.get(arm).arm().channel(), slot));
    }

    private @Nullable Slot judge(Claim claim, int arm, List<Promised> promised) {
        PlannedContact contact = arms.get(arm).contact();
        OtherAccounts others =
                claim.others().with(promised.stream().map(Promised::slot).toList());
        return packs.planningLawOf(claim.known(), others).judge(contact) instanceof Verdict.Allowed allowed
                ? allowed.slot()
                : null;
    }
}
