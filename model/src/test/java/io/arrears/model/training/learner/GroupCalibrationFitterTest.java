package io.arrears.model.training.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.training.learner.GroupCalibrationFitter.Fitted;
import io.arrears.model.training.learner.GroupCalibrationFitter.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class GroupCalibrationFitterTest {
    private final SplittableRandom random = new SplittableRandom(5);
    private final List<Double> margins = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<String> segments = new ArrayList<>();

    private void add(int n, String type, String segment, DoubleUnaryOperator truth) {
        for (int i = 0; i < n; i++) {
            double margin = random.nextDouble() * 4 - 2;
            margins.add(margin);
            labels.add(random.nextDouble() < truth.applyAsDouble(margin) ? 1.0 : 0.0);
            types.add(type);
            segments.add(segment);
        }
    }

    private Fitted fit() {
        int n = margins.size();
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        boolean[] judge = new boolean[n];
        String[] accounts = new String[n];
        for (int i = 0; i < n; i++) {
            judge[i] = i % 2 == 0;
            accounts[i] = "a" + i / 2;
        }
        return GroupCalibrationFitter.fit(
                new CalibrationRows(array(margins), array(labels), weights, judge),
                new Groups(types.toArray(String[]::new), segments.toArray(String[]::new), accounts));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void aTypeOfItsOwnShapeGetsItsOwnCalibration() {
        add(6_000, "loan", "", Calibration::sigmoid);
        add(6_000, "utility", "", margin -> Calibration.sigmoid(0.2 * margin + 1));
        Fitted fitted = fit();
        assertThat(fitted.groups().byType()).containsKey("utility");
        for (double margin = -1.8; margin < 1.9; margin += 0.4) {
            assertThat(fitted.groups().probability(fitted.book(), margin, "utility", ""))
                    .isEqualTo(Calibration.sigmoid(0.2 * margin + 1), within(0.04));
            assertThat(fitted.groups().probability(fitted.book(), margin, "loan", ""))
                    .isEqualTo(Calibration.sigmoid(margin), within(0.04));
        }
    }

    @Test
    void aSegmentMovesAsFarAsItsEvidenceCarriesIt() {
        for (int segment = 0; segment < 10; segment++) {
            double offset = segment % 2 == 0 ? 0.8 : -0.8;
            add(1_000, "loan", "s" + segment, margin -> Calibration.sigmoid(margin + offset));
        }
        add(16, "loan", "young", margin -> 1);
        Fitted fitted = fit();
        GroupEvidence old = fitted.evidence().get("loan/s0");
        GroupEvidence young = fitted.evidence().get("loan/young");
        assertThat(old.offset()).isEqualTo(0.8, within(0.2));
        assertThat(old.offset() / old.rawOffset()).isGreaterThan(0.9);
        assertThat(young.rawOffset()).isGreaterThan(1.5);
        assertThat(young.offset()).isBetween(0.1, 0.8 * young.rawOffset());
        assertThat(fitted.groups().probability(fitted.book(), 0, "loan", "s1"))
                .isEqualTo(Calibration.sigmoid(-0.8), within(0.05));
        assertThat(fitted.groups().probability(fitted.book(), 0, "loan", "unseen"))
                .isEqualTo(fitted.book().probability(0));
    }

    @Test
    void groupsThatDoNotDifferStayWithTheBook() {
        for (int segment = 0; segment < 10; segment++) {
            add(400, segment < 5 ? "loan" : "utility", "s" + segment, Calibration::sigmoid);
        }
        Fitted fitted = fit();
        assertThat(fitted.groups().byType()).isEmpty();
        for (int segment = 0; segment < 10; segment++) {
            String type = segment < 5 ? "loan" : "utility";
            assertThat(fitted.groups().probability(fitted.book(), 0.3, type, "s" + segment))
                    .isEqualTo(Calibration.sigmoid(0.3), within(0.03));
        }
    }

    /** Twice the rows of the same accounts are no more evidence. */
    @Test
    void rowsOfOneAccountAreOnePieceOfEvidence() {
        List<Shrinkage.Row> once = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            for (String group : List.of("a", "b")) {
                boolean paid = random.nextDouble() < (group.equals("a") ? 0.7 : 0.3);
                once.add(new Shrinkage.Row(group, group + i, 0, paid ? 1 : 0, 1));
            }
        }
        List<Shrinkage.Row> tenfold = new ArrayList<>();
        for (int copy = 0; copy < 10; copy++) {
            tenfold.addAll(once);
        }
        GroupEvidence one = Shrinkage.of(once).get("a");
        GroupEvidence ten = Shrinkage.of(tenfold).get("a");
        assertThat(ten.rows()).isEqualTo(10 * one.rows());
        assertThat(ten.accounts()).isEqualTo(one.accounts());
        assertThat(ten.error()).isEqualTo(one.error(), within(0.05 * one.error()));
    }
}
