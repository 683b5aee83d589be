package io.arrears.model.contact;

import io.arrears.model.account.Coded;
import io.arrears.model.policy.PolicyNode;

/** Reads caps: what is counted, over which window, up to which number. */
final class CapReader {
    /** What may stand under {@code exclusions}. */
    enum Exclusion implements Coded {
        INBOUND_REPLY,
        LETTER_MAIL,
        REQUIRED_NOTICE
    }

    private CapReader() {}

    static Rule.Cap read(PolicyNode node, RuleHead head) {
        if (node.find("block_at").isEmpty()) {
            node.reject("a cap needs a number", "add block_at: the count from which one more is not allowed");
        }
        return new Rule.Cap(
                head,
                new Counting(
                        node.code("unit", CountingUnit.class, CountingUnit.ATTEMPT_PLACED),
                        RulePackReader.channels(node, node.find("counted").isPresent() ? "counted" : "channels"),
                        node.code("scope", Scope.class, Scope.ACCOUNT),
                        exclusions(node),
                        node.flag("after_conversation", false)),
                window(node),
                node.count("block_at", 1, 1000, 1));
    }

    private static Exclusions exclusions(PolicyNode rule) {
        boolean inbound = false;
        boolean letters = false;
        boolean notices = false;
        int consentDays = 0;
        for (PolicyNode node : rule.list("exclusions")) {
            if (!node.isText()) {
                node.allow("consent_days");
                consentDays = node.count("consent_days", 1, 366, 7);
                continue;
            }
            Exclusion exclusion = node.code(Exclusion.class).orElse(null);
            inbound |= exclusion == Exclusion.INBOUND_REPLY;
            letters |= exclusion == Exclusion.LETTER_MAIL;
            notices |= exclusion == Exclusion.REQUIRED_NOTICE;
        }
        return new Exclusions(inbound, letters, notices, consentDays);
    }

    private static CountingWindow window(PolicyNode rule) {
        PolicyNode node = rule.find("window").orElse(null);
        if (node == null) {
            rule.reject("a cap needs a window", "add window: {consecutive_days: 7}");
            return new CountingWindow.ConsecutiveDays(7);
        }
        node.allow("consecutive_days", "rolling_hours", "calendar", "from");
        if (node.find("rolling_hours").isPresent()) {
            return new CountingWindow.RollingHours(node.count("rolling_hours", 1, 24 * 366, 24));
        }
        if (node.find("calendar").isEmpty()) {
            return new CountingWindow.ConsecutiveDays(node.count("consecutive_days", 1, 366, 7));
        }
        return calendar(node);
    }

    private static CountingWindow calendar(PolicyNode node) {
        String from = node.text("from", "monday");
        if (!from.equals("monday") && !from.equals("sunday")) {
            node.reject("weeks begin on monday or sunday", "write from: sunday");
        }
        return switch (node.text("calendar")) {
            case "week" -> new CountingWindow.CalendarWeek(from.equals("sunday"));
            case "month" -> new CountingWindow.CalendarMonth();
            default -> {
                node.reject("calendar windows are week and month", "write calendar: week");
                yield new CountingWindow.CalendarWeek(false);
            }
        };
    }
}
