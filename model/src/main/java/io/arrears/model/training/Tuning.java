package io.arrears.model.training;

import io.arrears.model.training.learner.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * What settings and calibration are chosen on: rows held back, each predicted by a fit that saw nothing of it.
 *
 * @param learn what the chosen settings are fitted to in the end
 * @param held rows that choose
 * @param folds fits that predict them; each row of {@code held} is in one
 */
record Tuning(Examples learn, Examples held, List<Fold> folds) {
    private static final int FOLDS = 4;

    /** @param held positions among the rows held back */
    record Fold(Examples learn, int[] held) {}

    /** Later rows choose. */
    static Tuning onLater(Examples learn, Examples later) {
        int[] all = IntStream.range(0, later.size()).toArray();
        return new Tuning(learn, later, List.of(new Fold(learn, all)));
    }

    /**
     * All rows choose, those of a part of the accounts predicted from the others.
     *
     * @param part of a row, from 0 on; the rows of an account are in the same
     */
    static Tuning crossed(Examples rows, IntUnaryOperator part) {
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int at = fold;
            int[] held = IntStream.range(0, rows.size())
                    .filter(row -> part.applyAsInt(row) % FOLDS == at)
                    .toArray();
            int[] others = IntStream.range(0, rows.size())
                    .filter(row -> part.applyAsInt(row) % FOLDS != at)
                    .toArray();
            if (held.length > 0) {
                folds.add(new Fold(rows.take(others), held));
            }
        }
        return new Tuning(rows, rows, folds);
    }

    /** Whether every fit sees labels that differ. */
    boolean tellsApart() {
        return folds.stream()
                .allMatch(
                        fold -> Arrays.stream(fold.learn().labels()).distinct().count() > 1);
    }

    /** Predictions of the rows held back, in their order, each fold's by its own fit. */
    double[] predict(FoldFit fit) {
        double[] margins = new double[held.size()];
        for (int fold = 0; fold < folds.size(); fold++) {
            for (int at : folds.get(fold).held()) {
                margins[at] = fit.margin(fold, held.rows().row(at));
            }
        }
        return margins;
    }

    /** Answers the margin of a row by the fit of a fold. */
    interface FoldFit {
        double margin(int fold, float[] row);
    }
}
