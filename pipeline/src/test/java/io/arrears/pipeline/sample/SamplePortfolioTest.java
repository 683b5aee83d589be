package io.arrears.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePortfolioTest {
    @TempDir
    private Path temp;

    @Test
    void theSameSettingsGiveTheSameBytes() throws IOException {
        SamplePortfolio.write(SampleSettings.of(80, 6, 3, temp.resolve("one")));
        SamplePortfolio.write(SampleSettings.of(80, 6, 3, temp.resolve("two")));
        Map<String, byte[]> one = SampleTables.bytes(temp.resolve("one"));
        Map<String, byte[]> two = SampleTables.bytes(temp.resolve("two"));
        assertThat(one.keySet()).isEqualTo(two.keySet()).hasSize(11);
        one.forEach((name, bytes) -> assertThat(two.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void anotherSeedGivesAnotherPortfolio() throws IOException {
        SamplePortfolio.write(SampleSettings.of(20, 6, 3, temp.resolve("one")));
        SamplePortfolio.write(SampleSettings.of(20, 6, 4, temp.resolve("two")));
        assertThat(temp.resolve("one/accounts.csv")).isNotEmptyFile();
        assertThat(Files.readString(temp.resolve("one/accounts.csv")))
                .isNotEqualTo(Files.readString(temp.resolve("two/accounts.csv")));
    }

    @Test
    void anAccountIsTheSameInASmallAndALargePortfolio() throws IOException {
        SamplePortfolio.write(SampleSettings.of(37, 6, 3, temp.resolve("small")));
        SamplePortfolio.write(SampleSettings.of(90, 6, 3, temp.resolve("large")));
        for (String name : SampleTables.bytes(temp.resolve("small")).keySet()) {
            if (name.endsWith(".csv")) {
                List<String> small = Files.readAllLines(temp.resolve("small").resolve(name));
                List<String> large = Files.readAllLines(temp.resolve("large").resolve(name));
                assertThat(large.subList(0, small.size())).as(name).isEqualTo(small);
            }
        }
    }

    @Test
    void theSummaryCountsWhatIsWritten() throws IOException {
        Path out = temp.resolve("out");
        SampleSummary summary = SamplePortfolio.write(SampleSettings.of(50, 3, 1, out));
        assertThat(summary.rows()).containsEntry("accounts.csv", 50L).hasSize(10);
        for (Map.Entry<String, Long> table : summary.rows().entrySet()) {
            assertThat(Files.readAllLines(out.resolve(table.getKey()))).hasSize((int) (table.getValue() + 1));
        }
        long bytes = SampleTables.bytes(out).values().stream()
                .mapToLong(content -> content.length)
                .sum();
        assertThat(summary.bytes()).isEqualTo(bytes);
        assertThat(summary.firstDay()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(summary.lastDay()).isEqualTo(LocalDate.of(2026, 6, 30));
    }

    @Test
    void anEarlierSampleIsReplacedAndNothingIsLeftBeside() throws IOException {
        Path out = temp.resolve("out");
        SamplePortfolio.write(SampleSettings.of(5, 3, 1, out));
        SamplePortfolio.write(SampleSettings.of(6, 3, 1, out));
        assertThat(Files.readAllLines(out.resolve("accounts.csv"))).hasSize(7);
        try (Stream<Path> beside = Files.list(temp)) {
            assertThat(beside).containsExactly(out);
        }
    }

    @Test
    void aSampleSetAsideByAKilledRunComesBackBeforeItIsReplaced() throws IOException {
        Path out = temp.resolve("out");
        SamplePortfolio.write(SampleSettings.of(5, 3, 1, out));
        Files.move(out, temp.resolve(".out.old"));
        SamplePortfolio.write(SampleSettings.of(6, 3, 1, out));
        try (Stream<Path> beside = Files.list(temp)) {
            assertThat(beside).containsExactly(out);
        }
    }

    @Test
    void whatSomebodyElseWroteIsLeftAlone() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Path note = Files.writeString(out.resolve("note.txt"), "mine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SamplePortfolio.write(SampleSettings.of(5, 3, 1, out)))
                .withMessageContaining("note.txt")
                .withMessageContaining("name an empty folder");
        assertThat(note).hasContent("mine");
    }

    @Test
    void aRealDropIsNotTakenForASample() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Path accounts = Files.writeString(out.resolve("accounts.csv"), "account_id\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SamplePortfolio.write(SampleSettings.of(5, 3, 1, out)))
                .withMessageContaining("truth/README.md");
        assertThat(accounts).exists();
    }
}
