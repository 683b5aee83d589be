package io.arrears.serving.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.mart.Home;
import io.arrears.model.mart.Published;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mart follows CURRENT, keeps serving, and never mixes two runs in one reading. */
final class MartTest {
    private static final long NEVER = 3_600_000;

    @TempDir
    private Path folder;

    @Test
    void nothingPublishedIsSaidWithTheVerbToRun() {
        try (Mart mart = Mart.open(new Home(folder), NEVER)) {
            assertThat(mart.currentRun()).isEmpty();
            assertThatThrownBy(() -> countAccounts(mart))
                    .isInstanceOf(NothingPublishedException.class)
                    .hasMessageContaining("./arrears run");
        }
    }

    @Test
    void aReadingUnderWayFinishesOnTheRunItBeganWith() {
        Home home = new Home(folder);
        MartFixture.publish(home, "r1");
        try (Mart mart = Mart.open(home, NEVER)) {
            List<String> seen = mart.read(reader -> {
                String before = runOf(reader);
                MartFixture.publish(home, "r2", LocalDate.of(2026, 5, 1));
                mart.refresh();
                return List.of(before, runOf(reader), reader.run().runId());
            });
            assertThat(seen).containsOnly("r1");
            assertThat(mart.read(MartTest::runOf)).isEqualTo("r2");
            assertThat(countAccounts(mart)).isEqualTo(MartFixture.ACCOUNTS);
        }
    }

    @Test
    void aRunThatCannotBeOpenedLeavesTheOldOneInForce() {
        Home home = new Home(folder);
        MartFixture.publish(home, "r1");
        try (Mart mart = Mart.open(home, NEVER)) {
            new Published(home.mart().resolve("CURRENT")).replace("missing");
            mart.refresh();
            assertThat(mart.findProblem()).get().asString().contains("missing");
            assertThat(mart.read(MartTest::runOf)).isEqualTo("r1");
        }
    }

    @Test
    void aFailedQueryLeavesTheConnectionUsable() {
        Home home = new Home(folder);
        MartFixture.publish(home, "r1");
        try (Mart mart = Mart.open(home, NEVER)) {
            assertThatThrownBy(() -> mart.list("SELECT nonsense", List.of(), row -> row.getInt(1)))
                    .isInstanceOf(MartException.class);
            assertThat(countAccounts(mart)).isEqualTo(MartFixture.ACCOUNTS);
        }
    }

    private static String runOf(MartReader reader) {
        return reader.find("SELECT run_id FROM run", List.of(), row -> row.getString(1))
                .orElseThrow();
    }

    private static int countAccounts(Mart mart) {
        return mart.find("SELECT count(*) FROM account", List.of(), row -> row.getInt(1))
                .orElseThrow();
    }
}
