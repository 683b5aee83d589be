package io.arrears.model.decision;

import io.arrears.model.account.Channel;
import io.arrears.model.policy.PolicyNode;
import io.arrears.model.policy.Problems;
import io.arrears.model.policy.Range;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is believed of the response to contact before any log is seen.
 *
 * @param reach share of contacts that meet the right party, by channel code
 * @param reachStrength attempts a belief is worth, by level: channel, window
 * @param gated channels on which only reaching the debtor changes anything
 * @param deviations standard deviation of each kind of coefficient, on the log-odds scale
 * @param complaints probability of a complaint, by channel code
 * @param complaintStrength contacts the belief in a channel's complaints is worth
 * @param cashStrength payments the belief in an unchanged amount per payment is worth
 */
public record ResponsePriors(
        SortedMap<String, Double> reach,
        SortedMap<String, Double> reachStrength,
        List<Channel> gated,
        SortedMap<String, Double> deviations,
        SortedMap<String, Double> complaints,
        double complaintStrength,
        double cashStrength) {
    /** The house's priors, from the jar. */
    public static ResponsePriors standard() {
        try (InputStream in = ResponsePriors.class.getResourceAsStream("response-priors.yaml")) {
            if (in == null) {
                throw new IllegalStateException("response-priors.yaml is missing from the jar: build it anew");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponsePriors parse(String yaml) {
        Problems problems = new Problems();
        PolicyNode root = PolicyNode.parse(yaml, problems);
        root.allow(
                "reach",
                "reach_strength",
                "gated",
                "standard_deviations",
                "complaints",
                "complaint_strength",
                "cash_strength");
        ResponsePriors priors = new ResponsePriors(
                numbers(root, "reach", Range.SHARE),
                numbers(root, "reach_strength", Range.NOT_NEGATIVE),
                root.codes("gated", Channel.class),
                numbers(root, "standard_deviations", new Range(1e-6, 10)),
                numbers(root, "complaints", Range.SHARE),
                root.number("complaint_strength", Range.NOT_NEGATIVE, 0),
                root.number("cash_strength", Range.NOT_NEGATIVE, 0));
        problems.throwIfAny("response-priors.yaml");
        return priors;
    }

    private static SortedMap<String, Double> numbers(PolicyNode root, String key, Range range) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        root.find(key)
                .ifPresent(node -> node.entries().forEach((name, value) -> numbers.put(name, value.number(range))));
        return numbers;
    }

    /**
     * @throws IllegalArgumentException when the priors name no such kind
     */
    public double deviation(String kind) {
        Double deviation = deviations.get(kind);
        if (deviation == null) {
            throw new IllegalArgumentException(
                    "no standard deviation for %s: add it to standard_deviations".formatted(kind));
        }
        return deviation;
    }
}
