package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.learner.Examples;
import io.arrears.model.training.learner.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

final class ModelSearchTest {
    private static final int WIDTH = 6;

    /** Rows whose log-odds are a formula of uniform features in [-1, 1]. */
    private static Examples rows(int n, int seed, ToDoubleBiFunction<float[], Integer> logOdds) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] columns = new float[WIDTH][n];
        double[] labels = new double[n];
        for (int i = 0; i < n; i++) {
            float[] row = new float[WIDTH];
            for (int c = 0; c < WIDTH; c++) {
                row[c] = (float) (2 * random.nextDouble() - 1);
                columns[c][i] = row[c];
            }
            labels[i] = random.nextDouble() < Calibration.sigmoid(logOdds.applyAsDouble(row, i)) ? 1 : 0;
        }
        return Examples.of(new Matrix(List.of("a", "b", "c", "d", "e", "f"), columns, n), labels);
    }

    private static double sumOfFeatures(float[] row, int at) {
        double sum = 0;
        for (float value : row) {
            sum += 1.2 * value;
        }
        return sum;
    }

    private static ModelSearch.Chosen search(Tuning tuning, int direction) {
        int[] directions = new int[WIDTH];
        Arrays.fill(directions, direction);
        return new ModelSearch(Target.PAY30, tuning).run(directions, 200, 42);
    }

    /** A sum of features is what a scorecard is; trees held to the opposite directions know nothing. */
    @Test
    void aScorecardStandsAloneWhereTreesAddNothing() {
        Examples later = rows(4_000, 2, ModelSearchTest::sumOfFeatures);
        ModelSearch.Chosen chosen = search(Tuning.onLater(rows(1_000, 1, ModelSearchTest::sumOfFeatures), later), -1);
        assertThat(chosen.settings()).startsWith("scorecard alone");
        assertThat(chosen.trees()).isNull();
        assertThat(chosen.rounds()).isZero();
        for (int i = 0; i < 50; i++) {
            float[] row = later.rows().row(i);
            assertThat(chosen.ensemble().margin(row))
                    .isEqualTo(chosen.scorecard().card().margin(row), within(1e-5));
            assertThat(chosen.held()[i]).isEqualTo(chosen.ensemble().margin(row), within(1e-5));
        }
    }

    /** The product of two signs is nothing to a scorecard. */
    @Test
    void treesStandAloneWhereFeaturesActTogether() {
        ToDoubleBiFunction<float[], Integer> together = (row, at) -> row[0] * row[1] > 0 ? 1.5 : -1.5;
        ModelSearch.Chosen chosen = search(Tuning.onLater(rows(3_000, 1, together), rows(1_000, 2, together)), 0);
        assertThat(chosen.settings()).startsWith("TreeSettings").doesNotContain("scorecard");
        assertThat(chosen.trees()).isNotNull();
    }

    /**
     * Each account's outcome is noise that a feature remembers. A fit that has seen other rows of the account knows it;
     * held back by account, nobody does.
     */
    @Test
    void crossedRowsAreHeldBackByAccount() {
        SplittableRandom random = new SplittableRandom(5);
        double[] habit = random.doubles(150, -3, 3).toArray();
        Examples plain = rows(1_500, 3, (row, at) -> habit[at / 10]);
        float[][] columns = new float[WIDTH][plain.size()];
        for (int c = 0; c < WIDTH; c++) {
            for (int i = 0; i < plain.size(); i++) {
                columns[c][i] = c == 0 ? i / 10 * 37 % 150 : plain.rows().get(i, c);
            }
        }
        Examples rows = Examples.of(new Matrix(plain.rows().names(), columns, plain.size()), plain.labels());
        double byAccount = loss(search(Tuning.crossed(rows, row -> row / 10), 0).held(), rows);
        double byRow = loss(search(Tuning.crossed(rows, row -> row), 0).held(), rows);
        double coin = loss(new double[rows.size()], rows);
        assertThat(byRow).isLessThan(coin - 0.02);
        assertThat(byAccount).isGreaterThan(coin - 0.005);
    }

    private static double loss(double[] margins, Examples rows) {
        double[] losses = new double[margins.length];
        Arrays.setAll(losses, i -> TreeSearch.logLoss(margins[i], rows.labels()[i]));
        return Arrays.stream(losses).average().orElseThrow();
    }
}
