package io.arrears.pipeline.verb;

import io.arrears.pipeline.replay.SkewReport;
import io.arrears.pipeline.replay.SkewReport.Example;
import io.arrears.pipeline.replay.SkewReport.FeatureSkew;
import io.arrears.pipeline.replay.SkewReport.Late;
import io.arrears.pipeline.replay.SkewReport.NotCompared;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How {@code ./arrears replay --skew} tells what it found. */
final class SkewLines {
    private SkewLines() {}

    static Result of(SkewReport found) {
        Result result = new Result()
                .line(
                        "%,d decisions; %,d vectors computed anew from history and journal as of their instants: %,d differ",
                        found.records(), found.compared(), found.differing())
                .field("decisions", found.records())
                .field("compared", found.compared())
                .field("differing", found.differing())
                .field("arrived_later", found.arrivedLater())
                .field("late", found.late())
                .field("not_compared", found.notCompared())
                .field(
                        "features",
                        found.features().stream().map(SkewLines::field).toList());
        for (NotCompared one : found.notCompared()) {
            result.line("  not compared: %,d (the first: %s): %s", one.decisions(), one.firstDecision(), one.reason());
        }
        for (FeatureSkew feature : found.features()) {
            result.line("  %s differs in %,d:", feature.feature(), feature.decisions());
            for (Example one : feature.examples()) {
                result.line(
                        "    decision %s: answered %s, computed %s",
                        one.decision(), text(one.answered()), text(one.computed()));
            }
        }
        explain(found, result);
        return found.isClean() ? result : result.refused();
    }

    private static void explain(SkewReport found, Result result) {
        if (found.arrivedLater() > 0) {
            result.line(
                    "  arrived later: %,d of the %,d come out as answered without facts that say they were known by then "
                            + "but came in after the answer",
                    found.arrivedLater(), found.differing());
            for (Late one : found.late()) {
                result.line("    decision %s: %,d facts, the earliest %s", one.decision(), one.facts(), one.first());
            }
        }
        if (found.records() > 0 && found.compared() == 0) {
            result.line("  Nothing could be compared, so nothing is shown.");
        }
    }

    private static Map<String, Object> field(FeatureSkew feature) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("feature", feature.feature());
        field.put("decisions", feature.decisions());
        field.put("examples", feature.examples().stream().map(SkewLines::field).toList());
        return field;
    }

    /** JSON has no NaN: a missing value is null. */
    private static Map<String, @Nullable Object> field(Example example) {
        Map<String, @Nullable Object> field = new LinkedHashMap<>();
        field.put("decision", example.decision());
        field.put("answered", Float.isNaN(example.answered()) ? null : example.answered());
        field.put("computed", Float.isNaN(example.computed()) ? null : example.computed());
        return field;
    }

    private static String text(float value) {
        return Float.isNaN(value) ? "missing" : Float.toString(value);
    }
}
