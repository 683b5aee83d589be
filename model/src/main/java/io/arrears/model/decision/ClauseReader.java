package io.arrears.model.decision;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.policy.Nearest;
import io.arrears.model.policy.PolicyNode;
import io.arrears.model.policy.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a strategy file. */
final class ClauseReader {
    private static final int MOST_LEVERS = 62;
    private static final Range BONUS = new Range(-1e12, 1e12);

    private final List<StrategyArm> arms;
    private final Terms terms;

    ClauseReader(List<StrategyArm> arms, Terms terms) {
        this.arms = arms;
        this.terms = terms;
    }

    static Clauses read(PolicyNode root, List<StrategyArm> arms, Terms terms) {
        ClauseReader reader = new ClauseReader(arms, terms);
        return new Clauses(reader.eligibility(root), reader.levers(root), packs(root));
    }

    private static List<String> packs(PolicyNode root) {
        List<String> packs = new ArrayList<>();
        for (PolicyNode node : root.list("rule_packs")) {
            RulePacks.check(node.text(), node.path(), node.problems());
            if (packs.contains(node.text())) {
                node.reject("the pack is named twice", "remove one");
            }
            packs.add(node.text());
        }
        if (root.find("rule_packs").isEmpty()) {
            return List.of(RulePacks.HOUSE);
        }
        if (packs.isEmpty()) {
            root.find("rule_packs")
                    .get()
                    .reject("no pack is named", "name at least one, " + RulePacks.HOUSE + " when in doubt");
        }
        return packs;
    }

    private List<Eligibility> eligibility(PolicyNode root) {
        List<Eligibility> clauses = new ArrayList<>();
        for (PolicyNode node : root.list("eligibility")) {
            node.allow("name", "arms", "when", "after");
            ArmFilter filter = filter(node);
            List<String> after = after(node, filter);
            boolean always = node.find("when").isEmpty() && !after.isEmpty();
            Expression when = always ? Expression.compile("true") : expression(node);
            if (when != null) {
                String name = always ? "after " + String.join(", ", after) : when.source();
                clauses.add(new Eligibility(node.text("name", name), filter, when, after));
            }
        }
        return clauses;
    }

    private List<String> after(PolicyNode clause, ArmFilter filter) {
        List<String> after = new ArrayList<>();
        for (PolicyNode node : clause.list("after")) {
            String action = node.text();
            if (action.equals(filter.action())) {
                node.reject("an action can't come after itself", "remove " + action);
            } else if (!actions().contains(action)) {
                node.reject(
                        "no arm has action " + action,
                        Nearest.to(action, actions())
                                .map(near -> "did you mean " + near + "?")
                                .orElse("name actions of this file's arms"));
            }
            after.add(action);
        }
        return after;
    }

    private List<String> actions() {
        return arms.stream().map(arm -> arm.arm().action()).distinct().toList();
    }

    private List<Lever> levers(PolicyNode root) {
        List<Lever> levers = new ArrayList<>();
        for (PolicyNode node : root.list("levers")) {
            node.allow("name", "arms", "when", "bonus");
            double bonus = node.find("bonus")
                    .map(found -> terms.minor(found.decimal(BONUS)))
                    .orElseGet(() -> {
                        node.reject(
                                "a lever needs a bonus in currency units",
                                "add bonus: 5.00, or below zero to discourage");
                        return 0.0;
                    });
            Expression when = node.find("when").isEmpty() ? Expression.compile("true") : expression(node);
            if (when != null) {
                levers.add(new Lever(node.text("name"), filter(node), when, bonus));
            }
        }
        if (levers.size() > MOST_LEVERS) {
            root.reject("at most %d levers".formatted(MOST_LEVERS), "merge some of the %d".formatted(levers.size()));
        }
        return levers;
    }

    static @Nullable Expression expression(PolicyNode node) {
        String source = node.text("when");
        if (source.isEmpty()) {
            return null;
        }
        try {
            return Expression.compile(source);
        } catch (IllegalArgumentException e) {
            node.problems()
                    .add(
                            node.path() + ".when",
                            "'" + source + "'",
                            String.valueOf(e.getMessage()),
                            "write a condition over account.*, history.* and scores.*");
            return null;
        }
    }

    ArmFilter filter(PolicyNode clause) {
        PolicyNode node = clause.find("arms").orElse(null);
        if (node == null) {
            return ArmFilter.ALL;
        }
        node.allow("action", "channel", "window");
        String action = node.find("action").map(PolicyNode::text).orElse(null);
        ArmFilter filter = new ArmFilter(
                action,
                node.find("channel").flatMap(found -> found.code(Channel.class)).orElse(null),
                node.find("window")
                        .flatMap(found -> found.code(ContactWindow.class))
                        .orElse(null));
        if (action != null
                && !actions().contains(action)
                && Nearest.to(action, actions()).isPresent()) {
            node.reject(
                    "no arm has action " + action,
                    "did you mean " + Nearest.to(action, actions()).orElse("") + "?");
        }
        return filter;
    }
}
