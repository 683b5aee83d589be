package io.arrears.model.scoring;

import io.arrears.model.feature.Feature;
import io.arrears.model.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From contributions to at most four sentences. Features with the same phrase count as one reason, told by the strongest
 * of them.
 */
final class ReasonWriter {
    private static final int MAX_REASONS = 4;
    /** Below this share of the strongest reason a factor is not worth a sentence. */
    private static final double MIN_SHARE = 0.02;

    private final FeatureSchema schema;

    ReasonWriter(FeatureSchema schema) {
        this.schema = schema;
    }

    List<Reason> write(float[] row, double[] contributions) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < contributions.length; i++) {
            if (contributions[i] != 0) {
                groups.computeIfAbsent(schema.features().get(i).phrase(), phrase -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Factor> factors = new ArrayList<>();
        groups.values().forEach(group -> factors.add(factor(group, contributions)));
        factors.sort(Comparator.comparingDouble((Factor factor) -> -Math.abs(factor.sum))
                .thenComparing(factor -> factor.feature.name()));
        double least = factors.isEmpty() ? 0 : Math.abs(factors.get(0).sum) * MIN_SHARE;
        return factors.stream()
                .filter(factor -> Math.abs(factor.sum) > least)
                .limit(MAX_REASONS)
                .map(factor -> reason(factor, row))
                .toList();
    }

    /** Features with the same phrase: the strongest of them, and what they add up to. */
    private record Factor(Feature feature, int at, double sum) {}

    private Factor factor(List<Integer> group, double[] contributions) {
        double sum = group.stream().mapToDouble(i -> contributions[i]).sum(); // compensated: records hold its bits
        double sign = Math.signum(sum);
        int lead = group.stream()
                .max(Comparator.comparingDouble(i -> contributions[i] * sign))
                .orElseThrow();
        return new Factor(schema.features().get(lead), lead, sum);
    }

    private static Reason reason(Factor factor, float[] row) {
        float value = row[factor.at];
        String text = seen(factor.feature, value) + (factor.sum > 0 ? " raises" : " lowers") + " the chance to pay";
        return new Reason(factor.feature.name(), value, factor.sum, text);
    }

    /** The factor with the value seen, e.g. "3 days since the last payment" or "open balance at 120.50". */
    static String seen(Feature feature, float value) {
        String phrase = feature.phrase();
        if (Float.isNaN(value)) {
            return "unknown " + phrase;
        }
        return switch (feature.unit()) {
            case "0/1" -> phrase + (value >= 0.5f ? " (yes)" : " (no)");
            case "share" -> "%s at %s %%".formatted(phrase, number(value * 100));
            case "count" -> number(value) + " " + phrase.replaceFirst("^number of ", "");
            case "days" -> days(phrase, value);
            default -> "%s at %s".formatted(phrase, number(value));
        };
    }

    private static String days(String phrase, float value) {
        if (phrase.startsWith("days ")) {
            return (value == 1 ? "1 day" : number(value) + " days") + phrase.substring("days".length());
        }
        return "%s at %s%s".formatted(phrase, number(value), phrase.contains("days") ? "" : " days");
    }

    private static String number(float value) {
        boolean whole = value == Math.rint(value) || Math.abs(value) >= 1000;
        return String.format(Locale.ROOT, whole ? "%,.0f" : Math.abs(value) < 1 ? "%.2f" : "%,.1f", value);
    }
}
