package io.arrears.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void aShockChangesWhatFollowsItAndNothingBefore() throws IOException {
        SampleSettings quiet = SampleSettings.of(300, 6, 3, temp.resolve("quiet"));
        LocalDate from = LocalDate.of(2026, 4, 1);
        SamplePortfolio.write(quiet);
        SampleSettings changed = SampleSettings.of(300, 6, 3, temp.resolve("changed"))
                .with(new Shock(from, 0.3, Set.of("consumer_loan", "credit_card")));
        SamplePortfolio.write(changed);
        assertThat(payments("changed", from, false)).isEqualTo(payments("quiet", from, false));
        assertThat(payments("changed", from, true).size())
                .isLessThan(payments("quiet", from, true).size() * 9 / 10);
        assertThat(temp.resolve("changed/truth/README.md"))
                .content()
                .contains("Structural change: from 2026-04-01", "consumer_loan, credit_card");
    }

    @Test
    void aShockThatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shock(LocalDate.of(2026, 4, 1), 0, Set.of()))
                .withMessageContaining("shock odds are 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shock(LocalDate.of(2026, 4, 1), 0.5, Set.of("mortgage")))
                .withMessageContaining("shock type 'mortgage' is unknown");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SampleSettings.of(1, 6, 3, temp).with(new Shock(LocalDate.of(2026, 1, 1), 1, Set.of())))
                .withMessageContaining("the shock is on 2026-01-01");
    }

    private List<String> payments(String sample, LocalDate split, boolean after) {
        return SampleTables.read(temp.resolve(sample), "payments").stream()
                .filter(row -> LocalDate.parse(row.getField("paid_on")).isBefore(split) != after)
                .map(row -> row.getField("account_id") + row.getField("paid_on") + row.getField("amount"))
                .toList();
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
