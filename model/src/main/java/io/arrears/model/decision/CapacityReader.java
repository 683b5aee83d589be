package io.arrears.model.decision;

import io.arrears.model.account.Channel;
import io.arrears.model.policy.Nearest;
import io.arrears.model.policy.PolicyNode;
import io.arrears.model.policy.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the capacities of a strategy file. */
final class CapacityReader {
    private static final String AGENT_MINUTES = "agent_minutes";
    private static final String SHARE = "share_of_accounts";
    private static final String LIMIT = "limit";
    private static final String LEAST = "min";
    private static final String LEAST_SHARE = "min_share_of_accounts";
    private static final Range SHARES = new Range(0, 1000);
    private static final int MOST = 62;

    private final List<StrategyArm> arms;
    private final Terms terms;
    private final ClauseReader clauses;

    private CapacityReader(List<StrategyArm> arms, Terms terms) {
        this.arms = arms;
        this.terms = terms;
        this.clauses = new ClauseReader(arms, terms);
    }

    static List<Capacity> read(PolicyNode root, List<StrategyArm> arms, Terms terms) {
        CapacityReader reader = new CapacityReader(arms, terms);
        List<Capacity> capacities = new ArrayList<>();
        root.find("capacities").ifPresent(node -> {
            node.entries().forEach((name, limit) -> capacities.add(reader.capacity(name, limit)));
            if (capacities.size() > MOST) {
                node.reject(
                        "at most %d capacities".formatted(MOST), "merge some of the %d".formatted(capacities.size()));
            }
        });
        return capacities;
    }

    private Capacity capacity(String name, PolicyNode node) {
        if (node.isNumber()) {
            checkKnown(name, node);
            return new Capacity(name, name, amount(name, node), Quota.NOTHING, ArmFilter.ALL, null);
        }
        node.allow(LIMIT, SHARE, LEAST, LEAST_SHARE, "counts", "arms", "when");
        PolicyNode counted = node.find("counts").orElse(null);
        String counts = counted == null ? name : counted.text();
        checkKnown(counts, counted == null ? node : counted);
        Quota most = quota(node, counts, LIMIT, SHARE);
        Quota least = quota(node, counts, LEAST, LEAST_SHARE);
        if (most == null && least == null) {
            node.reject(
                    "a number, {share_of_accounts: …}, {limit: …} or {min: …} is expected",
                    "write e.g. {share_of_accounts: 0.10}");
        }
        if (most != null
                && least != null
                && most.shareOfAccounts() == least.shareOfAccounts()
                && least.amount() > most.amount()) {
            node.reject("the minimum %s is above the limit %s".formatted(least.amount(), most.amount()), "lower it");
        }
        return new Capacity(
                name,
                counts,
                most == null ? Quota.UNLIMITED : most,
                least == null ? Quota.NOTHING : least,
                clauses.filter(node),
                node.find("when").isEmpty() ? null : ClauseReader.expression(node));
    }

    private @Nullable Quota quota(PolicyNode node, String counts, String amountKey, String shareKey) {
        PolicyNode amount = node.find(amountKey).orElse(null);
        PolicyNode share = node.find(shareKey).orElse(null);
        if (amount != null && share != null) {
            node.reject("%s and %s exclude each other".formatted(amountKey, shareKey), "remove one");
        }
        if (share != null) {
            double value = share.number(SHARES);
            if (value > 1 && (Capacity.findChannel(counts) != null || counts.equals(Capacity.CONTACTS))) {
                node.reject("a share of accounts to contact is at most 1", "write e.g. {share_of_accounts: 0.10}");
            }
            return new Quota(value, true);
        }
        return amount == null ? null : amount(counts, amount);
    }

    private Quota amount(String counts, PolicyNode node) {
        boolean budget = counts.equals(Capacity.BUDGET);
        return new Quota(
                budget ? terms.minor(node.decimal(Range.NOT_NEGATIVE)) : node.number(Range.NOT_NEGATIVE), false);
    }

    private void checkKnown(String counts, PolicyNode node) {
        List<String> used =
                arms.stream().flatMap(arm -> arm.uses().keySet().stream()).toList();
        boolean misspelt =
                counts.equals(AGENT_MINUTES) && Nearest.to(counts, used).isPresent();
        if (Capacity.findChannel(counts) != null
                || used.contains(counts)
                || (!misspelt
                        && List.of(Capacity.BUDGET, Capacity.CONTACTS, AGENT_MINUTES)
                                .contains(counts))) {
            return;
        }
        List<String> known = Stream.of(
                        Stream.of(Channel.values())
                                .filter(c -> c != Channel.NONE)
                                .map(Channel::code),
                        used.stream(),
                        Stream.of(Capacity.BUDGET, Capacity.CONTACTS, AGENT_MINUTES, "letters"))
                .flatMap(words -> words)
                .toList();
        node.reject(
                "no arm uses " + counts + "; known are " + StrategyReader.words(known),
                Nearest.to(counts, misspelt ? used : known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("add it to the uses of an arm, say what it counts, or remove it"));
    }
}
