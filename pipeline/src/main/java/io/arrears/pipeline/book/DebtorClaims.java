package io.arrears.pipeline.book;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.assessment.DebtorShare;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.decision.Plan;
import io.arrears.model.decision.PlanEntry;
import io.arrears.model.decision.Strategy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the accounts of one debtor together within the law: arms that a plan chose for several of them and that don't go
 * together are taken from the account they are worth less to.
 */
final class DebtorClaims {
    private final Strategy strategy;
    private final DebtorAccounts debtors;
    private final DebtorBook book;
    private final DebtorShare share;
    private final Map<String, PlanEntry> entries = new HashMap<>();
    private final Map<String, BitSet> lost = new HashMap<>();
    private final Set<String> several = new HashSet<>();

    DebtorClaims(Strategy strategy, DebtorAccounts debtors) {
        this.strategy = strategy;
        this.debtors = debtors;
        this.book = DebtorBook.of(debtors.debtors());
        this.share = new DebtorShare(RulePacks.named(strategy.rulePacks()), strategy);
        debtors.debtors()
                .forEach(accounts ->
                        accounts.forEach(account -> several.add(account.id().value())));
    }

    /** The entry without the arms its account has lost; an account that lost the arm it drew is left alone. */
    PlanEntry restrict(String account, PlanEntry entry) {
        if (!several.contains(account)) {
            return entry;
        }
        double[] merits = entry.merits().clone();
        BitSet gone = lost.getOrDefault(account, new BitSet());
        gone.stream().forEach(arm -> merits[arm] = Double.NaN);
        int drawn = entry.drawn() > 0 && gone.get(entry.drawn()) ? 0 : entry.drawn();
        PlanEntry restricted = new PlanEntry(merits, entry.members(), entry.pastDue(), drawn);
        entries.put(account, restricted);
        return restricted;
    }

    /** The accounts that lost arms so far. */
    Set<String> losers() {
        return lost.keySet();
    }

    /** Takes from accounts the arm a plan gave them where the debtor can't be contacted so often; answers if it took any. */
    boolean contest(List<String> accounts, Plan plan) {
        Map<String, Integer> chosen = chosen(accounts, plan);
        boolean any = false;
        for (List<KnownHistory> debtor : debtors.debtors()) {
            Map<String, BitSet> losers = share.settle(claims(debtor, chosen, plan));
            losers.forEach((account, arms) ->
                    lost.computeIfAbsent(account, key -> new BitSet()).or(arms));
            any |= !losers.isEmpty();
        }
        return any;
    }

    /**
     * Leaves debtors with several accounts only what a plan gave them and has not been taken: nothing can be contested any
     * more.
     */
    void keepOnly(List<String> accounts, Plan plan) {
        Map<String, Integer> chosen = chosen(accounts, plan);
        for (String account : several) {
            BitSet gone = lost.computeIfAbsent(account, key -> new BitSet());
            Integer kept = chosen.get(account);
            boolean keeps = kept != null && !gone.get(kept);
            gone.set(1, strategy.arms().size());
            if (keeps) {
                gone.clear(kept);
            }
        }
    }

    private Map<String, Integer> chosen(List<String> accounts, Plan plan) {
        Map<String, Integer> chosen = new HashMap<>();
        int[] choice = plan.allocation().choice();
        for (int i = 0; i < choice.length; i++) {
            if (choice[i] != 0 && several.contains(accounts.get(i))) {
                chosen.put(accounts.get(i), choice[i]);
            }
        }
        return chosen;
    }

    private List<DebtorShare.Claim> claims(List<KnownHistory> debtor, Map<String, Integer> chosen, Plan plan) {
        List<DebtorShare.Claim> claims = new ArrayList<>();
        for (KnownHistory known : debtor) {
            String account = known.id().value();
            Integer arm = chosen.get(account);
            PlanEntry entry = entries.get(account);
            if (arm != null && entry != null) {
                double charge = plan.prices().charges(strategy, entry.members())[arm];
                OtherAccounts others = book.others(account);
                claims.add(new DebtorShare.Claim(known, others, arm, entry.drawn() > 0, entry.merits()[arm] - charge));
            }
        }
        return claims.size() > 1 ? claims : List.of();
    }
}
