package io.arrears.model.contact;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Party;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.policy.PolicyNode;
import io.arrears.model.policy.Problems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a rule pack, all its problems at once. */
final class RulePackReader {
    private static final Pattern PLACE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

    private final PolicyNode root;
    private final String pack;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final RuleStatus status;
    private final Applicability applies;
    private final @Nullable HolidayCalendar holidays;

    private RulePackReader(PolicyNode root) {
        this.root = root;
        this.pack = root.text("pack");
        PolicyNode effective = root.find("effective").orElse(null);
        if (effective != null) {
            effective.allow("from", "to");
        }
        this.from = effective == null ? null : effective.findDate("from");
        this.to = effective == null ? null : effective.findDate("to");
        this.status = root.code("status", RuleStatus.class, RuleStatus.IN_FORCE);
        this.applies = applicability(root, Applicability.EVERYONE);
        this.holidays = HolidayReader.find(root);
    }

    static RulePack read(String text, String file) {
        Problems problems = new Problems();
        RulePack rulePack = new RulePackReader(PolicyNode.parse(text, problems)).pack();
        problems.throwIfAny(file);
        return rulePack;
    }

    private RulePack pack() {
        root.allow(
                "pack",
                "version",
                "citation",
                "source",
                "status",
                "effective",
                "applies_to",
                "unchecked",
                "holidays",
                "rules");
        root.find("source").ifPresent(source -> {
            source.allow("dated", "from");
            source.findDate("dated");
        });
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (PolicyNode node : root.list("rules")) {
            RuleHead head = head(node);
            if (!ids.add(head.id())) {
                node.reject("each id may stand once in a pack", "give the rule another id");
            }
            Rule rule = RuleReader.read(node, head, holidays);
            if (rule != null) {
                rules.add(rule);
            }
        }
        root.list("unchecked").forEach(PolicyNode::text);
        return new RulePack(pack, root.count("version", 1, 10_000, 1), rules);
    }

    private static Applicability applicability(PolicyNode owner, Applicability otherwise) {
        PolicyNode node = owner.find("applies_to").orElse(null);
        if (node == null) {
            return otherwise;
        }
        node.allow("party", "jurisdictions", "debt_types");
        return new Applicability(
                node.find("party").flatMap(party -> party.code(Party.class)).orElse(null),
                node.list("jurisdictions").stream().map(RulePackReader::place).toList(),
                node.codes("debt_types", ReceivableType.class));
    }

    private static String place(PolicyNode node) {
        String place = node.text();
        if (!PLACE.matcher(place).matches()) {
            node.reject("places are ISO 3166 codes", "write e.g. US or US-MA");
        }
        return place;
    }

    private RuleHead head(PolicyNode node) {
        LocalDate ruleFrom = node.findDate("from");
        LocalDate ruleTo = node.findDate("to");
        RuleHead head = new RuleHead(
                pack + "/" + node.text("id"),
                node.text("citation", root.text("citation")),
                node.code("status", RuleStatus.class, status),
                node.code("severity", Severity.class, Severity.BLOCK),
                applicability(node, applies),
                channels(node, "channels"),
                ruleFrom == null ? from : ruleFrom,
                ruleTo == null ? to : ruleTo);
        if (head.from() != null && head.to() != null && !head.from().isBefore(head.to())) {
            node.reject("a rule takes effect before it ends", "write from: earlier than to:");
        }
        return head;
    }

    /** The channels of a list; every one when absent. */
    static Set<Channel> channels(PolicyNode node, String key) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        channels.addAll(node.codes(key, Channel.class));
        return node.find(key).isPresent() ? channels : EnumSet.complementOf(EnumSet.of(Channel.NONE));
    }
}
