package io.arrears.model.contact;

import io.arrears.model.account.Coded;
import io.arrears.model.account.FlagKind;
import io.arrears.model.policy.PolicyNode;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one rule of a pack by its kind. */
final class RuleReader {
    private static final List<String> COMMON =
            List.of("id", "kind", "citation", "severity", "channels", "from", "to", "status", "applies_to");
    private static final Pattern HOURS = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)-([01]\\d|2[0-4]):([0-5]\\d)");

    /** What a rule does. */
    enum Kind implements Coded {
        STOP,
        OPEN_DISPUTE,
        PENDING_PROMISE,
        CURED,
        CONSENT,
        NOTICE_FIRST,
        OFFER_FIRST,
        HOURS,
        CAP
    }

    private RuleReader() {}

    /** @param holidays of the pack; absent when it has none */
    static @Nullable Rule read(PolicyNode node, RuleHead head, @Nullable HolidayCalendar holidays) {
        Optional<Kind> kind = node.find("kind").flatMap(found -> found.code(Kind.class));
        if (kind.isEmpty()) {
            node.reject("a rule needs a kind", "add kind: " + Coded.codes(Kind.class));
            return null;
        }
        return kind.get() == Kind.HOURS ? hoursRule(node, head, holidays) : rule(kind.get(), node, head);
    }

    private static Rule rule(Kind kind, PolicyNode node, RuleHead head) {
        return switch (kind) {
            case STOP -> {
                allow(node, "flag", "unless_allowed_by_arm", "scope");
                yield new Rule.Stop(
                        head,
                        node.code("flag", FlagKind.class, FlagKind.DECEASED),
                        node.flag("unless_allowed_by_arm", false),
                        node.code("scope", Scope.class, Scope.ACCOUNT).spansAccounts());
            }
            case OPEN_DISPUTE -> {
                allow(node);
                yield new Rule.OpenDispute(head);
            }
            case PENDING_PROMISE -> {
                allow(node, "grace_days");
                yield new Rule.PendingPromise(head, node.count("grace_days", 0, 60, PromiseStanding.USUAL_GRACE_DAYS));
            }
            case CURED -> {
                allow(node, "days");
                yield new Rule.Cured(head, node.count("days", 1, 365, 14));
            }
            case CONSENT -> {
                allow(node, "grant_needed", "revokes_all");
                yield new Rule.ConsentGiven(head, node.flag("grant_needed", false), node.flag("revokes_all", false));
            }
            case NOTICE_FIRST -> {
                allow(node, "by", "wait_days");
                yield new Rule.NoticeFirst(
                        head, RulePackReader.channels(node, "by"), node.count("wait_days", 0, 365, 0));
            }
            case OFFER_FIRST -> {
                allow(node, "actions", "offers");
                yield new Rule.OfferFirst(head, words(node, "actions"), words(node, "offers"));
            }
            case HOURS -> throw new IllegalStateException("read above");
            case CAP -> {
                allow(node, "unit", "counted", "window", "block_at", "scope", "exclusions", "after_conversation");
                yield CapReader.read(node, head);
            }
        };
    }

    private static void allow(PolicyNode node, String... own) {
        node.allow(Stream.concat(COMMON.stream(), Arrays.stream(own)).toArray(String[]::new));
    }

    private static Set<String> words(PolicyNode node, String key) {
        Set<String> words = node.list(key).stream().map(PolicyNode::text).collect(Collectors.toSet());
        if (words.isEmpty()) {
            node.reject("the rule needs " + key, "add " + key + ": [plan_offer]");
        }
        return words;
    }

    private static Rule hoursRule(PolicyNode node, RuleHead head, @Nullable HolidayCalendar holidays) {
        allow(node, "hours", "holidays");
        boolean closed = node.text("holidays", "open").equals("closed");
        if (!closed && node.find("holidays").isPresent()) {
            node.reject("holidays may be closed", "write holidays: closed, or nothing");
        } else if (closed && holidays == null) {
            node.reject("the pack lists no holidays", "add holidays: to the pack");
        }
        return new Rule.Hours(head, hours(node), closed ? holidays : null);
    }

    /** Keys are days of the week, or {@code daily}; a day that isn't named is closed. */
    private static Map<DayOfWeek, HourSpan> hours(PolicyNode rule) {
        Map<DayOfWeek, HourSpan> hours = new EnumMap<>(DayOfWeek.class);
        PolicyNode node = rule.find("hours").orElse(null);
        if (node == null) {
            rule.reject("a rule of hours needs them", "add hours: {daily: \"08:00-21:00\"}");
            return hours;
        }
        node.entries().forEach((day, text) -> {
            HourSpan span = span(text);
            for (DayOfWeek each : DayOfWeek.values()) {
                boolean named = each.name().toLowerCase(Locale.ROOT).equals(day);
                if (named || (day.equals("daily") && !hours.containsKey(each))) {
                    hours.put(each, span);
                }
            }
            if (!day.equals("daily")
                    && hours.keySet().stream()
                            .noneMatch(
                                    each -> each.name().toLowerCase(Locale.ROOT).equals(day))) {
                text.reject("keys are daily and monday to sunday", "write e.g. {sunday: \"13:00-17:00\"}");
            }
        });
        return hours;
    }

    private static HourSpan span(PolicyNode node) {
        if (node.text().equals("closed")) {
            return HourSpan.CLOSED;
        }
        Matcher matcher = HOURS.matcher(node.text());
        if (!matcher.matches() || minute(matcher, 1) >= minute(matcher, 3) || minute(matcher, 3) > 1440) {
            node.reject("hours go from an earlier to a later time of one day", "write e.g. \"08:00-21:00\" or closed");
            return HourSpan.CLOSED;
        }
        return new HourSpan(minute(matcher, 1), minute(matcher, 3));
    }

    private static int minute(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group)) * 60 + Integer.parseInt(matcher.group(group + 1));
    }
}
