package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Party;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.policy.PolicyNode;
import io.arrears.model.policy.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a rule pack, all its problems at once. */
final class RulePackReader {
    private final PolicyNode root;
    private final String pack;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;

    private RulePackReader(PolicyNode root) {
        this.root = root;
        this.pack = root.text("pack");
        PolicyNode effective = root.find("effective").orElse(null);
        if (effective != null) {
            effective.allow("from", "to");
        }
        this.from = effective == null ? null : effective.findDate("from");
        this.to = effective == null ? null : effective.findDate("to");
    }

    static RulePack read(String text, String file) {
        Problems problems = new Problems();
        RulePack rulePack = new RulePackReader(PolicyNode.parse(text, problems)).pack();
        problems.throwIfAny(file);
        return rulePack;
    }

    private RulePack pack() {
        root.allow("pack", "version", "citation", "status", "effective", "applies_to", "unchecked", "rules");
        List<Rule> rules = new ArrayList<>();
        for (PolicyNode node : root.list("rules")) {
            RuleHead head = head(node);
            Rule rule = RuleReader.read(node, head);
            if (rule != null) {
                rules.add(rule);
            }
        }
        root.list("unchecked").forEach(PolicyNode::text);
        return new RulePack(
                pack,
                root.count("version", 1, 10_000, 1),
                root.code("status", PackStatus.class, PackStatus.IN_FORCE),
                applicability(),
                rules);
    }

    private Applicability applicability() {
        PolicyNode node = root.find("applies_to").orElse(null);
        if (node == null) {
            return new Applicability(null, List.of(), List.of());
        }
        node.allow("party", "jurisdictions", "debt_types");
        return new Applicability(
                node.find("party").flatMap(party -> party.code(Party.class)).orElse(null),
                node.list("jurisdictions").stream().map(PolicyNode::text).toList(),
                node.codes("debt_types", ReceivableType.class));
    }

    private RuleHead head(PolicyNode node) {
        LocalDate ruleFrom = node.findDate("from");
        LocalDate ruleTo = node.findDate("to");
        return new RuleHead(
                pack + "/" + node.text("id"),
                node.text("citation", root.text("citation")),
                node.code("severity", Severity.class, Severity.BLOCK),
                channels(node, "channels"),
                ruleFrom == null ? from : ruleFrom,
                ruleTo == null ? to : ruleTo);
    }

    /** The channels of a list; every one when absent. */
    static Set<Channel> channels(PolicyNode node, String key) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        channels.addAll(node.codes(key, Channel.class));
        return node.find(key).isPresent() ? channels : EnumSet.complementOf(EnumSet.of(Channel.NONE));
    }
}
