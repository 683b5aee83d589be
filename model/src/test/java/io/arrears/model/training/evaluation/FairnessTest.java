package io.arrears.model.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FairnessTest {
    private static final int ROWS = 200;

    private final double[] predictions = new double[ROWS];
    private final double[] labels = new double[ROWS];
    private final String[] groups = new String[ROWS];

    /** Group a has 40 high predictions of 100, group b 10; every fourth row is a positive. */
    private Fairness fairness(long capacity) {
        for (int i = 0; i < ROWS; i++) {
            groups[i] = i < 100 ? "a" : "b";
            boolean high = i < 100 ? i < 40 : i < 110;
            predictions[i] = high ? 0.9 : 0.1;
            labels[i] = i % 4 == 0 ? 1 : 0;
        }
        return new Fairness(predictions, labels, Accounts.apart(ROWS), capacity, 1);
    }

    @Test
    void impactRatiosCompareSelectionRates() {
        List<GroupFigures> figures = fairness(50).compare("g", groups);
        assertThat(figures).extracting(GroupFigures::impactRatio).containsExactly(1.0, 0.25);
        assertThat(figures.get(0).rates().selected()).isEqualTo(0.4, within(1e-12));
        assertThat(figures.get(0).truePositiveRate()).isEqualTo(0.4, within(1e-12));
        Interval calibration = figures.get(0).calibration();
        assertThat(calibration.value()).isEqualTo(0.25 - 0.42, within(1e-12));
        assertThat(calibration.high()).isLessThan(0);
    }

    @Test
    void tiedRowsShareWhatCapacityIsLeft() {
        List<GroupFigures> figures = fairness(125).compare("g", groups);
        double ofTied = 75 / 150.0;
        assertThat(figures.get(0).rates().selected()).isEqualTo(0.4 + 0.6 * ofTied, within(1e-12));
        assertThat(figures.get(1).rates().selected()).isEqualTo(0.1 + 0.9 * ofTied, within(1e-12));
    }

    @Test
    void gapsAreHighestLessLowestWithIntervals() {
        GroupGaps gaps = fairness(50).gaps("g", groups);
        assertThat(gaps.selection().value()).isEqualTo(0.3, within(1e-12));
        assertThat(gaps.selection().low()).isBetween(0.1, 0.29);
        assertThat(gaps.selection().high()).isBetween(0.31, 0.5);
        assertThat(gaps.impactRatio().value()).isEqualTo(0.25, within(1e-12));
        assertThat(gaps.truePositive().value()).isEqualTo(0.4 - 3 / 25.0, within(1e-12));
        assertThat(gaps.calibration().value()).isEqualTo(0.17, within(1e-12));
    }

    @Test
    void smallGroupsAreCountedAndNotJudged() {
        Fairness fairness = fairness(50);
        Arrays.fill(groups, 0, 30, "few");
        List<GroupFigures> figures = fairness.compare("g", groups);
        assertThat(figures).extracting(GroupFigures::group).containsExactly("a", "b", "few");
        assertThat(figures.get(2).rows()).isEqualTo(30);
        assertThat(figures.get(2).impactRatio()).isNaN();
        assertThat(fairness.gaps("g", groups).selection().value()).isEqualTo(10 / 70.0 - 0.1, within(1e-12));
    }
}
