package io.arrears.model.training.learner;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.GroupCalibrations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Calibrates a book, then its types and segments where that helps. A type with enough outcomes gets its own calibration
 * when it clearly beats the book's on the later rows; what is left of types and segments becomes offsets, shrunk by
 * {@link Shrinkage} and kept only when those of the earlier rows make the later rows likelier.
 */
public final class GroupCalibrationFitter {
    private static final int MIN_EVENTS_OF_TYPE = 100;
    private static final double MIN_GAIN_OF_TYPE = 5e-4;

    private final CalibrationRows rows;
    private final Groups groups;

    /** Whom each row is of; one entry each, a segment empty where there is none. */
    public record Groups(String[] types, String[] segments, String[] accounts) {
        Groups where(int[] kept) {
            return new Groups(take(types, kept), take(segments, kept), take(accounts, kept));
        }

        private static String[] take(String[] values, int[] kept) {
            return Arrays.stream(kept).mapToObj(i -> values[i]).toArray(String[]::new);
        }
    }

    /**
     * What was fitted.
     *
     * @param evidence by type, and by type and segment
     * @param note why groups are not told apart; empty when they are, or there is one
     */
    public record Fitted(
            Calibration book, GroupCalibrations groups, SortedMap<String, GroupEvidence> evidence, String note) {}

    private GroupCalibrationFitter(CalibrationRows rows, Groups groups) {
        this.rows = rows;
        this.groups = groups;
    }

    public static Fitted fit(CalibrationRows rows, Groups groups) {
        return new GroupCalibrationFitter(rows, groups).fit();
    }

    private Fitted fit() {
        Calibration book = CalibrationFitter.fit(rows);
        SortedMap<String, Calibration> byType = byType(CalibrationFitter.again(book, rows.early()));
        SortedMap<String, GroupEvidence> evidence = new TreeMap<>();
        GroupCalibrations offsets = offsets(rows, groups, book, byType, evidence);
        boolean any = offsets.offsets().values().stream().anyMatch(offset -> offset != 0);
        if (!any || isWorthIt(book, offsets)) {
            return new Fitted(book, offsets, evidence, "");
        }
        SortedMap<String, Double> none = new TreeMap<>();
        offsets.offsets().keySet().forEach(group -> none.put(group, 0.0));
        return new Fitted(
                book,
                new GroupCalibrations(byType, none),
                evidence,
                "Offsets of types and segments did not predict later rows better: none is applied.");
    }

    /** @param early the book's calibration as it was before the later rows */
    private SortedMap<String, Calibration> byType(Calibration early) {
        SortedMap<String, Calibration> byType = new TreeMap<>();
        TreeSet<String> types = new TreeSet<>(Arrays.asList(groups.types()));
        if (types.size() > 1) {
            for (String type : types) {
                CalibrationRows ofType = rows.where(i -> groups.types()[i].equals(type));
                Optional<Calibration> own = CalibrationFitter.find(ofType, early, MIN_EVENTS_OF_TYPE, MIN_GAIN_OF_TYPE);
                own.ifPresent(calibration -> byType.put(type, calibration));
            }
        }
        return byType;
    }

    private static GroupCalibrations offsets(
            CalibrationRows rows,
            Groups groups,
            Calibration book,
            SortedMap<String, Calibration> byType,
            SortedMap<String, GroupEvidence> evidence) {
        GroupCalibrations types = new GroupCalibrations(byType, new TreeMap<>());
        SortedMap<String, Double> offsets = new TreeMap<>();
        if (Arrays.stream(groups.types()).distinct().count() > 1) {
            SortedMap<String, GroupEvidence> ofTypes = Shrinkage.of(shrunk(rows, groups, book, types, false));
            ofTypes.forEach((type, found) -> offsets.put(type, found.offset()));
            evidence.putAll(ofTypes);
            types = new GroupCalibrations(byType, offsets);
        }
        List<Shrinkage.Row> bySegment = shrunk(rows, groups, book, types, true);
        if (bySegment.stream().map(Shrinkage.Row::group).distinct().count() > 1) {
            SortedMap<String, GroupEvidence> ofSegments = Shrinkage.of(bySegment);
            ofSegments.forEach((group, found) -> offsets.put(
                    group, offsets.getOrDefault(group.substring(0, group.indexOf('/')), 0.0) + found.offset()));
            evidence.putAll(ofSegments);
        }
        return new GroupCalibrations(byType, offsets);
    }

    private static List<Shrinkage.Row> shrunk(
            CalibrationRows rows, Groups groups, Calibration book, GroupCalibrations given, boolean segments) {
        List<Shrinkage.Row> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String type = groups.types()[i];
            String segment = groups.segments()[i];
            if (!segments || !segment.isEmpty()) {
                double p = given.probability(book, rows.margins()[i], type, "");
                all.add(new Shrinkage.Row(
                        segments ? GroupCalibrations.key(type, segment) : type,
                        groups.accounts()[i],
                        Calibration.logit(p),
                        rows.labels()[i],
                        rows.weights()[i]));
            }
        }
        return all;
    }

    /** Whether offsets learned from the earlier rows alone help on the later ones. */
    private boolean isWorthIt(Calibration ofAll, GroupCalibrations all) {
        int[] early = at(i -> !rows.judge()[i]);
        int[] late = at(i -> rows.judge()[i]);
        if (early.length == 0 || late.length == 0 || all.offsets().isEmpty()) {
            return false;
        }
        Calibration book = CalibrationFitter.again(ofAll, rows.early());
        GroupCalibrations learned = offsets(rows.early(), groups.where(early), book, all.byType(), new TreeMap<>());
        GroupCalibrations without = new GroupCalibrations(all.byType(), new TreeMap<>());
        Groups judged = groups.where(late);
        double with = CalibrationFitter.mean(rows.late().losses(book, learned, judged.types(), judged.segments()));
        return with < CalibrationFitter.mean(rows.late().losses(book, without, judged.types(), judged.segments()));
    }

    private int[] at(IntPredicate wanted) {
        return IntStream.range(0, rows.size()).filter(wanted).toArray();
    }
}
