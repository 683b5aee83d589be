package io.arrears.model.scoring;

import io.arrears.model.feature.Feature;
import io.arrears.model.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.Arrays;
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
    /** The features of each phrase. */
    private final List<int[]> groups;

    ReasonWriter(FeatureSchema schema) {
        this.schema = schema;
        Map<String, List<Integer>> byPhrase = new LinkedHashMap<>();
        for (int i = 0; i < schema.size(); i++) {
            byPhrase.computeIfAbsent(schema.features().get(i).phrase(), phrase -> new ArrayList<>())
                    .add(i);
        }
        this.groups = byPhrase.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    List<Reason> write(float[] row, double[] contributions) {
        double[] sums = new double[groups.size()];
        for (int g = 0; g < sums.length; g++) {
            sums[g] = sum(groups.get(g), contributions);
        }
        List<Reason> reasons = new ArrayList<>(MAX_REASONS);
        double least = 0;
        while (reasons.size() < MAX_REASONS) {
            int strongest = strongest(sums, contributions);
            double sum = sums[strongest];
            if (!(Math.abs(sum) > least)) {
                break;
            }
            least = reasons.isEmpty() ? Math.abs(sum) * MIN_SHARE : least;
            reasons.add(reason(lead(groups.get(strongest), sum, contributions), sum, row));
            sums[strongest] = 0;
        }
        return reasons;
    }

    private static double sum(int[] group, double[] contributions) {
        return group.length == 1
                ? contributions[group[0]]
                : Arrays.stream(group)
                        .mapToDouble(i -> contributions[i])
                        .filter(value -> value != 0)
                        .sum(); // compensated: records hold its bits
    }

    /** The group that adds or takes most; of equals the one whose strongest feature comes first by name. */
    private int strongest(double[] sums, double[] contributions) {
        int best = 0;
        for (int g = 1; g < sums.length; g++) {
            double ahead = Math.abs(sums[g]) - Math.abs(sums[best]);
            if (ahead > 0
                    || (ahead == 0
                            && sums[g] != 0
                            && name(g, sums, contributions).compareTo(name(best, sums, contributions)) < 0)) {
                best = g;
            }
        }
        return best;
    }

    private String name(int group, double[] sums, double[] contributions) {
        return schema.features()
                .get(lead(groups.get(group), sums[group], contributions))
                .name();
    }

    /** The feature that speaks for its group: the one that adds most to its sum, of equals the first. */
    private static int lead(int[] group, double sum, double[] contributions) {
        int lead = group[0];
        for (int i : group) {
            if (contributions[i] * Math.signum(sum) > contributions[lead] * Math.signum(sum)) {
                lead = i;
            }
        }
        return lead;
    }

    private Reason reason(int lead, double sum, float[] row) {
        Feature feature = schema.features().get(lead);
        String text = seen(feature, row[lead]) + (sum > 0 ? " raises" : " lowers") + " the chance to pay";
        return new Reason(feature.name(), row[lead], sum, text);
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
        if (whole && Math.abs(value) < 1000) {
            return Integer.toString((int) value);
        }
        return String.format(Locale.ROOT, whole ? "%,.0f" : Math.abs(value) < 1 ? "%.2f" : "%,.1f", value);
    }
}
