package io.arrears.model.decision;

import io.arrears.model.policy.PolicyNode;
import io.arrears.model.policy.Problems;
import io.arrears.model.policy.Range;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads a strategy file, all its problems at once. */
final class StrategyReader {
    private static final int HORIZON_DAYS = 30;
    private static final double MOST_HOLDOUT = 0.5;

    private StrategyReader() {}

    static Strategy read(String text, String file) {
        Problems problems = new Problems();
        PolicyNode root = PolicyNode.parse(text, problems);
        root.allow(
                "strategy",
                "horizon_days",
                "currency",
                "arms",
                "capacities",
                "settlement",
                "complaint_cost",
                "eligibility",
                "rule_packs",
                "exploration",
                "levers",
                "exchange_rates");
        Terms terms = terms(root);
        List<StrategyArm> arms = ArmReader.read(root.list("arms"), terms);
        List<Capacity> capacities = CapacityReader.read(root, arms, terms);
        Clauses clauses = ClauseReader.read(root, arms, terms);
        checkFloor(root, arms.size(), terms.exploration().floor());
        problems.throwIfAny(file);
        return new Strategy(text, terms, arms, capacities, clauses);
    }

    private static Terms terms(PolicyNode root) {
        String name = root.text("strategy");
        int horizon = root.count("horizon_days", 1, 365, HORIZON_DAYS);
        if (horizon != HORIZON_DAYS) {
            root.find("horizon_days")
                    .ifPresent(node -> node.reject("the models predict 30 days", "write horizon_days: 30"));
        }
        Currency currency = currency(root);
        Terms bare = new Terms(name, horizon, currency, Map.of(), 0, Settlement.NOTHING_FORGIVEN, Exploration.OFF);
        double complaintCost = root.find("complaint_cost")
                .map(node -> bare.minor(node.decimal(Range.NOT_NEGATIVE)))
                .orElse(0.0);
        return new Terms(name, horizon, currency, rates(root), complaintCost, settlement(root), exploration(root));
    }

    private static Currency currency(PolicyNode root) {
        String code = root.text("currency", "EUR");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            root.find("currency").ifPresent(node -> node.reject("an ISO 4217 code is expected", "write e.g. EUR"));
            return Currency.getInstance("EUR");
        }
    }

    private static Map<String, Double> rates(PolicyNode root) {
        Map<String, Double> rates = new HashMap<>();
        root.find("exchange_rates")
                .ifPresent(node -> node.entries().forEach((code, rate) -> {
                    if (Currency.getAvailableCurrencies().stream()
                            .noneMatch(c -> c.getCurrencyCode().equals(code))) {
                        rate.reject("keys are ISO 4217 codes", "write e.g. {USD: 0.92}");
                    }
                    rates.put(code, rate.number(new Range(1e-9, 1e9)));
                }));
        return rates;
    }

    private static Settlement settlement(PolicyNode root) {
        PolicyNode node = root.find("settlement").orElse(null);
        if (node == null) {
            return Settlement.NOTHING_FORGIVEN;
        }
        node.allow("discount", "charge_share");
        return new Settlement(node.number("discount", Range.SHARE, 0), node.number("charge_share", Range.SHARE, 1));
    }

    private static Exploration exploration(PolicyNode root) {
        PolicyNode node = root.find("exploration").orElse(null);
        if (node == null) {
            return Exploration.OFF;
        }
        node.allow("holdout_share", "floor", "salt");
        return new Exploration(
                node.number("holdout_share", new Range(0, MOST_HOLDOUT), 0),
                node.number("floor", new Range(0, MOST_HOLDOUT), 0),
                node.text("salt", Exploration.OFF.salt()));
    }

    /** Every arm, leaving alone among them, has the floor's chance: together no more than certainty. */
    private static void checkFloor(PolicyNode root, int arms, double floor) {
        if (floor * arms > 1) {
            root.find("exploration")
                    .flatMap(node -> node.find("floor"))
                    .ifPresent(node -> node.reject(
                            "%d arms, none included, times the floor must not pass 1".formatted(arms),
                            "write at most %.4f".formatted(Math.floor(1e4 / arms) / 1e4)));
        }
    }

    /** For messages: the distinct words, sorted. */
    static String words(List<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }
}
