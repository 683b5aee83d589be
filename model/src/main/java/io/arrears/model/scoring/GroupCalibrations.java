package io.arrears.model.scoring;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How types and segments depart from the calibration of the book: a type with enough outcomes has its own calibration,
 * and groups move the log-odds by an offset, shrunk by how little is known of them. A group that was never seen follows
 * its type, a type that was never seen the book.
 *
 * @param byType calibration by type
 * @param offsets on the log-odds, by type and by {@link #key} of type and segment; the latter holds both parts
 */
public record GroupCalibrations(SortedMap<String, Calibration> byType, SortedMap<String, Double> offsets) {
    public static final GroupCalibrations NONE = new GroupCalibrations(new TreeMap<>(), new TreeMap<>());

    public GroupCalibrations {
        byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    }

    /** The name of a segment within a type; that of the type when the segment is empty. */
    public static String key(String type, String segment) {
        return segment.isEmpty() ? type : type + "/" + segment;
    }

    public boolean isEmpty() {
        return byType.isEmpty() && offsets.isEmpty();
    }

    /** The same without offsets when none of them moves anything. */
    public GroupCalibrations withoutIdleOffsets() {
        boolean idle = offsets.values().stream().allMatch(offset -> offset == 0);
        return idle ? new GroupCalibrations(byType, new TreeMap<>()) : this;
    }

    /** The probability of a margin in a group. Never decreasing in the margin. */
    public double probability(Calibration book, double margin, String type, String segment) {
        if (isEmpty()) {
            return book.probability(margin);
        }
        double probability = byType.getOrDefault(type, book).probability(margin);
        double offset = offset(type, segment);
        return offset == 0
                ? probability
                : Calibration.clip(Calibration.sigmoid(Calibration.logit(probability) + offset));
    }

    private double offset(String type, String segment) {
        Double offset = offsets.get(key(type, segment));
        return offset == null ? offsets.getOrDefault(type, 0.0) : offset;
    }

    /** The method of each type that has its own, e.g. for a manifest. */
    public Map<String, String> methods() {
        SortedMap<String, String> methods = new TreeMap<>();
        byType.forEach((type, calibration) -> methods.put(type, calibration.method()));
        return methods;
    }
}
