package io.arrears.pipeline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.feature.Feature;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.scoring.Calibration;
import io.arrears.model.scoring.FlatEnsemble;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Target;
import io.arrears.model.scoring.TargetModel;
import io.arrears.model.scoring.TreeNode;
import io.arrears.model.training.TrainingTable;
import io.arrears.model.training.monitoring.DriftLevel;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Movement between a training window of five days and later days of books that stay, age or break. */
final class DriftCheckTest {
    private static final FeatureSchema SCHEMA = new FeatureSchema(Stream.of("balance", "age", "month")
            .map(name -> new Feature(name, name, "count", name, "never", name))
            .toList());

    /** Accounts 0 to 999; balance is what the test says, age grows by 300 a day, month is the day's. */
    private static final String ROWS = """
            COPY (
                SELECT 'a' || n AS account_id, day AS as_of, 'utility' AS receivable_type, '' AS segment,
                    CAST(%s AS REAL) AS balance, CAST(n + 300 * (day - 100) AS REAL) AS age, CAST(day AS REAL) AS month,
                    CASE WHEN day < 106 THEN CAST(n %% 2 AS DOUBLE) END AS pay30
                FROM range(1000) AS account (n), (SELECT unnest([%s]) AS day))
            TO %s (FORMAT parquet)
            """;

    /** A balance that is spread alike on every day, though not the same for an account. */
    private static final String STILL = "(n * 7919 + hash(n * 1000 + day) % 30) % 1000";

    @TempDir
    private Path folder;

    private ScoredRows before;

    @BeforeEach
    void trainingWindow() throws SQLException {
        before = rows(STILL, "100, 101, 102, 103, 104");
    }

    private ScoredRows rows(String balance, String days) throws SQLException {
        Path file = folder.resolve("rows-%d.parquet".formatted(balance.hashCode() ^ days.hashCode()));
        try (DuckDb db = DuckDb.inMemory()) {
            db.execute(ROWS.formatted(balance, days, DuckDb.quote(file.toString())));
        }
        TreeNode tree = new TreeNode.Split(0, 500, true, new TreeNode.Leaf(-1, 1), new TreeNode.Leaf(1, 1));
        TargetModel model =
                new TargetModel(Target.PAY30, FlatEnsemble.of(0, List.of(tree)), new Calibration.Identity());
        return new ScoredRows(
                TrainingTable.read(file, SCHEMA), new Scorer("20260301-aaaaaa", SCHEMA, List.of(model)), Map.of());
    }

    private Map<String, Movement> movements(ScoredRows now, int day) {
        return new DriftCheck(before, now, day)
                .run().stream().collect(Collectors.toMap(Movement::name, Function.identity()));
    }

    @Test
    void theSameBookIsQuietAndTheCalendarIsNoInput() throws SQLException {
        Map<String, Movement> found = movements(rows(STILL, "105"), 105);

        assertThat(found).containsOnlyKeys("score", "balance", "age");
        assertThat(found.get("balance").sinceWindow().level()).isEqualTo(DriftLevel.QUIET);
        assertThat(found.get("score").sinceWindow().level()).isEqualTo(DriftLevel.QUIET);
        assertThat(found.values()).noneMatch(Movement::isAlarm);
    }

    @Test
    void anInputThatBreaksIsAnAlarmAndSoIsTheScoreThatFollowsIt() throws SQLException {
        Map<String, Movement> found = movements(rows("n / 3", "105"), 105);

        assertThat(found.get("balance").isAlarm()).isTrue();
        assertThat(found.get("score").isAlarm()).isTrue();
    }

    @Test
    void aBookThatAgesAsItAlwaysDidIsNoAlarm() throws SQLException {
        Movement age = movements(rows(STILL, "105"), 105).get("age");

        assertThat(age.sinceWindow().level()).isEqualTo(DriftLevel.ACT);
        assertThat(age.step()).isGreaterThan(DriftLevel.ACT_FROM);
        assertThat(age.isAlarm()).isFalse();
    }

    @Test
    void withoutEarlierStepsThereIsNoAlarmAndACalendarIsNoInputEither() throws SQLException {
        before = rows(STILL, "100");
        Map<String, Movement> found = movements(rows("n / 3", "103"), 103);

        assertThat(found).containsOnlyKeys("score", "balance", "age");
        assertThat(found.get("balance").sinceWindow().level()).isEqualTo(DriftLevel.ACT);
        assertThat(found.values()).noneMatch(Movement::isAlarm);
    }

    @Test
    void onlyOutcomesThatAreKnownAreMatured() throws SQLException {
        ScoredRows now = rows("n", "101, 108");

        assertThat(now.maturedOf(101)).hasSize(1000);
        assertThat(now.maturedOf(108)).isEmpty();
        assertThat(now.matured(now.maturedOf(101)).rows()).isEqualTo(1000);
    }
}
