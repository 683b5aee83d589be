package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.policy.PolicyNode;
import io.arrears.model.policy.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the arms of a strategy file. */
final class ArmReader {
    private static final Range EFFECT = new Range(-3, 3);

    private ArmReader() {}

    static List<StrategyArm> read(List<PolicyNode> nodes, Terms terms) {
        List<StrategyArm> arms = new ArrayList<>();
        arms.add(StrategyArm.NONE);
        Set<Arm> seen = new HashSet<>();
        for (PolicyNode node : nodes) {
            StrategyArm arm = arm(node, terms);
            if (!seen.add(arm.arm())) {
                node.reject("each action, channel and window may stand once", "remove " + arm.arm() + " here");
            } else if (arm.arm().equals(Arm.NONE)) {
                if (arm.costMinor() != 0 || !arm.uses().isEmpty()) {
                    node.reject("leaving alone is free and always exists", "remove this arm");
                }
            } else {
                arms.add(arm);
            }
        }
        return arms;
    }

    private static StrategyArm arm(PolicyNode node, Terms terms) {
        node.allow(
                "action",
                "channel",
                "window",
                "cost",
                "uses",
                "vulnerable_allowed",
                "beyond_recommended",
                "assumed_effect");
        String action = node.text("action");
        if (node.find("channel").isEmpty()) {
            node.reject("an arm needs a channel", "add channel: email, sms, letter, call, push or visit");
        }
        Channel channel = node.code("channel", Channel.class, Channel.NONE);
        ContactWindow window = node.code("window", ContactWindow.class, ContactWindow.ANY);
        checkPossible(node, action, channel, window);
        return new StrategyArm(
                new Arm(action.isBlank() ? "unnamed" : action, channel, window),
                node.find("cost")
                        .map(cost -> terms.minor(cost.decimal(Range.NOT_NEGATIVE)))
                        .orElse(0.0),
                uses(node),
                node.flag("vulnerable_allowed", false),
                node.flag("beyond_recommended", false),
                node.find("assumed_effect").map(effect -> effect.number(EFFECT)).orElse(null));
    }

    private static void checkPossible(PolicyNode node, String action, Channel channel, ContactWindow window) {
        boolean none = action.equals(Arm.NONE.action());
        if (none != (channel == Channel.NONE)) {
            node.reject("action none goes with channel none, and only with it", "name a channel, or remove the arm");
        }
        if (channel == Channel.NONE && window != ContactWindow.ANY) {
            node.reject("leaving alone has no window", "remove window");
        }
        if (channel == Channel.LETTER && window != ContactWindow.ANY) {
            node.reject("a letter can't be delivered in a chosen part of the day", "write window: any");
        }
    }

    private static Map<String, Double> uses(PolicyNode node) {
        Map<String, Double> uses = new HashMap<>();
        node.find("uses")
                .ifPresent(found -> found.entries().forEach((name, amount) -> {
                    if (name.equals(Capacity.BUDGET) || Capacity.findChannel(name) != null) {
                        amount.reject(
                                "contacts of a channel and the budget are counted by themselves", "remove " + name);
                    }
                    uses.put(name, amount.number(Range.NOT_NEGATIVE));
                }));
        return uses;
    }
}
