package io.arrears.model.training.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.training.evaluation.GroupFigures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableTrainingTest {
    private static final int ROWS = 500;
    private static final List<String> AUDIT = List.of("sex");

    @TempDir
    Path folder;

    /** Payers have a low ratio of debt to income and a good job; the group never matters but is in an audit column. */
    private Path table(int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        List<String> lines = new ArrayList<>(List.of("key,debt,income,job,sex,copy,paid"));
        for (int i = 0; i < rows; i++) {
            double debt = Math.round(random.nextDouble() * 1000);
            double income = Math.round(100 + random.nextDouble() * 1000);
            String job = List.of("clerk", "nurse", "pilot").get(random.nextInt(3));
            double p = 1 / (1 + Math.exp(2 * debt / income - 1.5 - (job.equals("pilot") ? 1 : 0)));
            String paid = random.nextDouble() < p ? "yes" : "no";
            String shown = random.nextDouble() < 0.1 ? "" : Double.toString(debt);
            lines.add("K%d,%s,%s,%s,%s,%s,%s".formatted(i, shown, income, job, i % 2 == 0 ? "f" : "m", paid, paid));
        }
        return Files.write(folder.resolve("t.csv"), lines);
    }

    private static TableColumns columns(@Nullable String positive) {
        return new TableColumns("paid", positive, "key", List.of("copy"), AUDIT);
    }

    private TableReport run(TableColumns columns, @Nullable Path recipe) throws IOException {
        return TableTraining.of(new TableRequest(table(ROWS), columns, recipe, 2, 42))
                .run(folder.resolve("tables"));
    }

    @Test
    void aTableOfNumbersAndCategoriesIsLearnedFromAndReported() throws IOException {
        TableReport report = run(columns("yes"), null);
        assertThat(report.figures().get("auc")).isBetween(0.6, 0.9);
        assertThat(report.figures()).containsKeys("auc", "ks", "gini", "brier", "log_loss", "ece");
        assertThat(report.setup().features())
                .containsExactlyInAnyOrder("debt", "income", "job=clerk", "job=nurse", "job=pilot");
        assertThat(report.fairness())
                .hasSize(2)
                .allMatch(group -> group.column().equals("sex"));
        assertThat(report.fairness().stream().mapToLong(GroupFigures::rows).sum())
                .isEqualTo(ROWS);
        Path stored = folder.resolve("tables").resolve(report.id());
        assertThat(report.gaps()).singleElement().satisfies(gaps -> {
            assertThat(gaps.column()).isEqualTo("sex");
            assertThat(gaps.selection().low())
                    .isLessThanOrEqualTo(gaps.selection().value());
            assertThat(gaps.impactRatio().value()).isBetween(0.5, 1.0);
        });
        assertThat(stored.resolve("report.json"))
                .content()
                .contains("\"format\" : 4", "\"treeShares\"", "\"gaps\"", "\"lift_5\"");
        assertThat(stored.resolve("report.md")).content().contains("| auc |", "## Groups", "adverse-impact ratio");
    }

    @Test
    void foldsAreTheCrcOfTheIdAndEveryRowIsPredictedOnce() throws IOException {
        TableReport report = run(columns("yes"), null);
        List<String> lines =
                Files.readAllLines(folder.resolve("tables").resolve(report.id()).resolve("out-of-fold.csv"));
        assertThat(lines).hasSize(ROWS + 1);
        for (String line : lines.subList(1, ROWS + 1)) {
            String[] cells = line.split(",", -1);
            CRC32 crc = new CRC32();
            crc.update(cells[0].getBytes(StandardCharsets.US_ASCII));
            assertThat(Integer.parseInt(cells[1])).isEqualTo((int) (crc.getValue() % 2));
            assertThat(Double.parseDouble(cells[3])).isBetween(0.0, 1.0);
        }
    }

    @Test
    void theSameRequestGivesTheSameReport() throws IOException {
        Path report =
                folder.resolve("tables").resolve(run(columns("yes"), null).id()).resolve("report.json");
        byte[] first = Files.readAllBytes(report);
        run(columns("yes"), null);
        assertThat(Files.readAllBytes(report)).isEqualTo(first);
    }

    @Test
    void aRecipeAddsColumnsButCannotReadWhatTheModelMayNotSee() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), "columns: {burden: debt / income}\n");
        assertThat(run(columns("yes"), good).setup().features()).contains("burden");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "columns: {leak: copy}\n");
        assertThatThrownBy(() -> run(columns("yes"), bad)).hasMessageContaining("recipe column leak");
    }

    @Test
    void aWrongRequestSaysWhatIsThere() {
        assertThatThrownBy(() -> run(columns(null), null))
                .hasMessage("label paid has 2 values, [no, yes]: say with --positive which counts as 1");
        assertThatThrownBy(() -> run(new TableColumns("paid", "yes", "id", List.of(), AUDIT), null))
                .hasMessageContaining("--id 'id' is not in the table: use one of [key, debt");
        assertThatThrownBy(() ->
                        TableTraining.of(new TableRequest(folder.resolve("absent.csv"), columns("yes"), null, 3, 42)))
                .hasMessageContaining("absent.csv cannot be read");
    }
}
