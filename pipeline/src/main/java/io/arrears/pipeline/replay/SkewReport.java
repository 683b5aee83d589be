package io.arrears.pipeline.replay;

import java.util.List;

/**
 * Recorded vectors held against the same vectors computed anew.
 *
 * @param records looked at
 * @param compared of them computed anew
 * @param differing of those that came out otherwise
 * @param arrivedLater of those explained by facts that arrived after the answer, though known before it
 * @param notCompared the others, by reason
 * @param features those that differ, most decisions first
 * @param late examples of {@code arrivedLater}
 */
public record SkewReport(
        long records,
        long compared,
        long differing,
        long arrivedLater,
        List<NotCompared> notCompared,
        List<FeatureSkew> features,
        List<Late> late) {
    /** Why decisions could not be compared. */
    public record NotCompared(String reason, long decisions, String firstDecision) {}

    /** A feature that differs, with the first decisions in which it does. */
    public record FeatureSkew(String feature, long decisions, List<Example> examples) {}

    /** Both values; NaN where missing. */
    public record Example(String decision, float answered, float computed) {}

    /**
     * A decision whose vector comes out as answered once the facts that came last are left out.
     *
     * @param facts how many those are
     * @param first table and key of the earliest known of them
     */
    public record Late(String decision, int facts, String first) {}

    public SkewReport {
        notCompared = List.copyOf(notCompared);
        features = List.copyOf(features);
        late = List.copyOf(late);
    }

    /** Whether nothing differs and, if there are records, at least one was compared. */
    public boolean isClean() {
        return differing == 0 && (compared > 0 || records == 0);
    }
}
