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

    private CapacityReader() {}

    static List<Capacity> read(PolicyNode root, List<StrategyArm> arms, Terms terms) {
        List<Capacity> capacities = new ArrayList<>();
        List<String> used =
                arms.stream().flatMap(arm -> arm.uses().keySet().stream()).toList();
        root.find("capacities")
                .ifPresent(node -> node.entries().forEach((name, limit) -> {
                    checkKnown(name, limit, used);
                    capacities.add(capacity(name, limit, terms));
                }));
        return capacities;
    }

    private static void checkKnown(String name, PolicyNode limit, List<String> used) {
        if (findChannel(name) != null
                || used.contains(name)
                || name.equals(Capacity.BUDGET)
                || name.equals(AGENT_MINUTES)) {
            return;
        }
        List<String> known = Stream.concat(
                        Stream.of(Channel.values())
                                .filter(c -> c != Channel.NONE)
                                .map(Channel::code),
                        Stream.concat(used.stream(), Stream.of(Capacity.BUDGET, AGENT_MINUTES, "letters")))
                .toList();
        limit.reject(
                "no arm uses " + name + "; known are " + StrategyReader.words(known),
                Nearest.to(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("add it to the uses of an arm, or remove it"));
    }

    private static Capacity capacity(String name, PolicyNode limit, Terms terms) {
        Channel channel = findChannel(name);
        boolean budget = name.equals(Capacity.BUDGET);
        String unit = channel != null ? Capacity.CONTACTS_UNIT : budget ? Capacity.BUDGET_UNIT : name;
        if (limit.isNumber()) {
            double amount = budget ? terms.minor(limit.decimal(Range.NOT_NEGATIVE)) : limit.number(Range.NOT_NEGATIVE);
            return new Capacity(name, unit, channel, amount, false);
        }
        limit.allow(SHARE);
        double share = limit.find(SHARE)
                .map(node -> node.number(new Range(0, 1000)))
                .orElseGet(() -> {
                    limit.reject(
                            "a number or {share_of_accounts: …} is expected", "write e.g. {share_of_accounts: 0.10}");
                    return 0.0;
                });
        if (channel != null && share > 1) {
            limit.reject("a share of accounts to contact is at most 1", "write e.g. {share_of_accounts: 0.10}");
        }
        return new Capacity(name, unit, channel, share, true);
    }

    /** The channel a capacity's name means: its code or the plural of it. */
    static @Nullable Channel findChannel(String name) {
        for (Channel channel : Channel.values()) {
            if (channel != Channel.NONE && (name.equals(channel.code()) || name.equals(channel.code() + "s"))) {
                return channel;
            }
        }
        return null;
    }
}
