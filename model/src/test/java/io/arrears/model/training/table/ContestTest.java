package io.arrears.model.training.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trees stand beside what needs no model, on the same rows, and nothing of a judged row chose a baseline. */
final class ContestTest {
    private static final int ROWS = 600;
    private static final int FOLDS = 3;

    @TempDir
    Path folder;

    /** The outcome rests on two columns, a little more on the second; the third is noise. */
    private TableReport report() throws IOException {
        SplittableRandom random = new SplittableRandom(8);
        List<String> lines = new ArrayList<>(List.of("id,weak,strong,noise,y"));
        for (int i = 0; i < ROWS; i++) {
            double weak = random.nextGaussian();
            double strong = random.nextGaussian();
            double p = 1 / (1 + Math.exp(-weak - 1.6 * strong));
            lines.add("%d,%.3f,%.3f,%.3f,%d"
                    .formatted(i, weak, strong, random.nextGaussian(), random.nextDouble() < p ? 1 : 0));
        }
        Path file = Files.write(folder.resolve("t.csv"), lines);
        TableColumns columns = new TableColumns("y", null, "id", List.of(), List.of());
        return TableTraining.of(new TableRequest(file, columns, null, FOLDS, 42))
                .run(folder);
    }

    private static Contender named(TableReport report, String name) {
        return report.contenders().stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTreesBeatTheBestColumnWhichBeatsTheRate() throws IOException {
        TableReport report = report();
        Contender column = named(report, Contest.BEST_COLUMN);
        Contender rate = named(report, Contest.BASE_RATE);
        assertThat(column.meaning()).contains("strong in 3");
        double trees = report.figures().get("auc");
        double[] interval = column.intervals().get("auc");
        assertThat(column.figures().get("auc"))
                .isBetween(interval[0], interval[1])
                .isGreaterThan(0.65)
                .isLessThan(trees);
        assertThat(rate.figures().get("auc")).isLessThan(0.52);
        assertThat(column.lossSaved().low()).isPositive();
        assertThat(rate.lossSaved().low()).isGreaterThan(column.lossSaved().value());
        assertThat(rate.lossSaved().value())
                .isCloseTo(rate.figures().get("log_loss") - report.figures().get("log_loss"), within(1e-9));
        assertThat(named(report, Contest.LOGISTIC).intervals()).containsKeys("auc", "ks", "brier", "log_loss", "ece");
        Path stored = folder.resolve(report.id());
        assertThat(stored.resolve("report.md")).content().contains("best_single_column", "base_rate", "strong in 3");
        assertThat(stored.resolve("report.json")).content().contains("\"contenders\"", "\"lossSaved\"");
    }

    /** Labels of the judged rows may not move their own prediction, nor the choice of the column. */
    @Test
    void baselinesOfAFoldDoNotKnowItsLabels() throws IOException {
        PreparedTable table = PreparedTableReader.read(tableFile());
        TableColumns columns = new TableColumns("y", null, "id", List.of(), List.of());
        double[] labels = Labels.of(table, columns);
        var rows = TableFeatures.of(table, columns, Recipe.NONE).matrix();
        int[] all = new int[labels.length];
        Arrays.setAll(all, i -> i);
        Folds folds = Folds.of(RowIds.of(table, columns, all), FOLDS);
        double[] turned = labels.clone();
        for (int i : folds.in(0)) {
            turned[i] = 1 - turned[i];
        }
        CrossValidation.Predictions first = CrossValidation.run(rows, labels, folds, 42);
        CrossValidation.Predictions second = CrossValidation.run(rows, turned, folds, 42);
        assertThat(second.chosen().get(0)).isEqualTo(first.chosen().get(0));
        for (int i : folds.in(0)) {
            assertThat(second.bestColumn()[i]).isEqualTo(first.bestColumn()[i]);
            assertThat(second.baseRate()[i]).isEqualTo(first.baseRate()[i]);
            assertThat(second.model()[i]).isEqualTo(first.model()[i]);
        }
        assertThat(second.baseRate()[folds.in(1)[0]]).isNotEqualTo(first.baseRate()[folds.in(1)[0]]);
    }

    private Path tableFile() throws IOException {
        report();
        return folder.resolve("t.csv");
    }
}
