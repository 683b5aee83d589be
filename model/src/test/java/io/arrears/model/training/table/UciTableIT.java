package io.arrears.model.training.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a quarter of the real table, to keep it short; the whole of it is an acceptance check. */
final class UciTableIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TABLE = ROOT.resolveSibling("shared/data/uci_credit_card_default/UCI_Credit_Card.csv");

    @TempDir
    Path folder;

    @Test
    void theCreditCardTableReachesItsFiguresWithoutProtectedColumns() throws IOException {
        assumeTrue(Files.exists(TABLE), "uci_credit_card_default is not beside the project");
        TableColumns columns = new TableColumns(
                "default.payment.next.month", null, "ID", List.of(), List.of("SEX", "EDUCATION", "MARRIAGE", "AGE"));
        Path recipe = ROOT.resolve("data-samples/recipes/uci.yaml");
        TableReport report = TableTraining.of(new TableRequest(quarter(), columns, recipe, 3, 42))
                .run(folder);
        assertThat(report.figures().get("auc")).isBetween(0.765, 0.80);
        assertThat(report.figures().get("ece")).isLessThan(0.02);
        assertThat(report.setup().features()).doesNotContain("SEX", "EDUCATION", "MARRIAGE", "AGE", "ID");
    }

    private Path quarter() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        List<String> kept = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 1; i < lines.size(); i += 4) {
            kept.add(lines.get(i));
        }
        return Files.write(folder.resolve("quarter.csv"), kept);
    }
}
