package io.arrears.model.training.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Two policies that ran side by side on a shop's site (Open Bandit Dataset, men, small version: Saito et al. 2020), each
 * judged on the other's log. What the estimators should say is derived in SQL from the files, by their textbook sums; what
 * the judged policy really earned is in its own log.
 */
final class OpenBanditIT {
    private static final Path DATA =
            Path.of("..").toAbsolutePath().normalize().resolveSibling("shared/data/open_bandit_men");

    /** The policy judged chooses an item in a slot as often, on average, as its own log says it would. */
    private static final String DECISIONS = """
            WITH log AS (SELECT item_id AS item, position AS slot, click::DOUBLE AS reward, propensity_score AS propensity,
                                row_number() OVER () AS number
                         FROM read_csv('%1$s/%2$s_men.csv.gz')),
            judged AS (SELECT item_id AS item, position AS slot, avg(propensity_score) AS probability
                       FROM read_csv('%1$s/%3$s_men.csv.gz') GROUP BY ALL),
            rates AS (SELECT item, (sum(reward) + 1) / (count(*) + 200) AS expected FROM log GROUP BY item),
            slots AS (SELECT slot, sum(probability * coalesce(expected, 0.005)) / sum(probability) AS expected_of_policy,
                             sum(probability) AS total
                      FROM judged LEFT JOIN rates USING (item) GROUP BY slot)
            SELECT number, reward, propensity, least(1, coalesce(probability / total, 0)) AS probability,
                   coalesce(expected, 0.005) AS expected, expected_of_policy
            FROM log LEFT JOIN judged USING (item, slot) LEFT JOIN rates USING (item) JOIN slots USING (slot)
            ORDER BY number""";

    private record Decision(
            double reward, double propensity, double probability, double expected, double expectedOfPolicy) {}

    @BeforeAll
    static void needsTheData() {
        assumeTrue(Files.isDirectory(DATA), "open_bandit_men is not at hand");
    }

    @ParameterizedTest
    @CsvSource({"random, bts", "bts, random"})
    void estimatesEqualTheSumsInSqlAndHoldWhatThePolicyReallyEarned(String log, String judged) throws SQLException {
        String decisions = DECISIONS.formatted(DATA, log, judged);
        try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = db.createStatement()) {
            OffPolicyAnswer.Estimated found = judge(read(sql, decisions));
            double[] reference = row(sql, """
                    SELECT sum(w * reward) / sum(w), avg(expected_of_policy),
                           avg(expected_of_policy + w * (reward - expected)), sum(w) * sum(w) / sum(w * w)
                    FROM (SELECT *, least(100, probability / propensity) AS w FROM (%s))""".formatted(decisions));
            double[] truth = row(
                    sql,
                    "SELECT avg(click), 1.96 * stddev(click) / sqrt(count(*)) FROM read_csv('%s/%s_men.csv.gz')"
                            .formatted(DATA, judged));
            PolicyValue policy = found.policy();
            System.out.printf(
                    "%s judged on the log of %s: SNIPS %s, DM %s, DR %s, Switch-DR %s; really %.5f ± %.5f%n",
                    judged, log, policy.snips(), policy.dm(), policy.dr(), policy.switchDr(), truth[0], truth[1]);

            assertThat(policy.snips().value()).isCloseTo(reference[0], within(1e-12));
            assertThat(policy.dm().value()).isCloseTo(reference[1], within(1e-12));
            assertThat(policy.dr().value()).isCloseTo(reference[2], within(1e-12));
            assertThat(found.evidence().effectiveDecisions()).isCloseTo(reference[3], within(1e-6));
            assertThat(policy.dr().low()).isLessThan(truth[0] + truth[1]);
            assertThat(policy.dr().high()).isGreaterThan(truth[0] - truth[1]);
            assertThat(policy.snips().low()).isLessThan(truth[0] + truth[1]);
            assertThat(policy.snips().high()).isGreaterThan(truth[0] - truth[1]);
        }
    }

    private static OffPolicyAnswer.Estimated judge(List<Decision> decisions) {
        LoggedDecisions log = new LoggedDecisions(
                IntStream.range(0, decisions.size()).toArray(),
                column(decisions, Decision::propensity),
                column(decisions, Decision::reward),
                column(decisions, Decision::expected));
        PolicyOnLog policy = new PolicyOnLog(
                column(decisions, Decision::probability), column(decisions, Decision::expectedOfPolicy));
        return (OffPolicyAnswer.Estimated) OffPolicy.judge(log, policy, policy);
    }

    private static double[] column(List<Decision> decisions, ToDoubleFunction<Decision> of) {
        return decisions.stream().mapToDouble(of).toArray();
    }

    private static List<Decision> read(Statement sql, String decisions) throws SQLException {
        List<Decision> read = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery(decisions)) {
            while (rows.next()) {
                read.add(new Decision(
                        rows.getDouble("reward"),
                        rows.getDouble("propensity"),
                        rows.getDouble("probability"),
                        rows.getDouble("expected"),
                        rows.getDouble("expected_of_policy")));
            }
        }
        return read;
    }

    private static double[] row(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            double[] row = new double[rows.getMetaData().getColumnCount()];
            for (int i = 0; i < row.length; i++) {
                row[i] = rows.getDouble(i + 1);
            }
            return row;
        }
    }
}
