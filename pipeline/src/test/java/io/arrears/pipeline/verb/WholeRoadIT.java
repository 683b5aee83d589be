package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole road on a small sample portfolio: every verb of it, through its command line, with real parts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeRoadIT {
    private static final String AS_OF = "2026-07-01";

    @TempDir
    private static Path folder;

    private Path drop;
    private Path home;

    @BeforeAll
    void travel() {
        drop = folder.resolve("drop");
        home = folder.resolve("home");
        assertThat(Verbs.run("sample", "--accounts", 400, "--months", 14, "--seed", 5, "--out", drop)
                        .exitCode())
                .isZero();
        Verbs.Answer run = Verbs.run("run", "--home", home, "--source", drop, "--as-of", AS_OF);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("time-split evaluation")
                .contains("mean_days_late")
                .contains("no plan is worth more than")
                .contains("Published run");
    }

    @Test
    @Order(1)
    void scores_are_probabilities_with_reasons() throws IOException {
        List<Map<String, String>> scores = export("scores");
        assertThat(scores).hasSizeGreaterThan(100);
        assertThat(scores).allSatisfy(row -> {
            assertThat(Double.parseDouble(row.get("pay_probability_30d"))).isBetween(0.0, 1.0);
            assertThat(Double.parseDouble(row.get("expected_cash_30d"))).isGreaterThanOrEqualTo(0);
            assertThat(row.get("reason_1")).isNotBlank();
        });
        assertThat(scores.stream().map(row -> row.get("pay_probability_30d")).distinct())
                .hasSizeGreaterThan(20);
    }

    @Test
    @Order(2)
    void the_plan_has_one_row_per_open_account_and_keeps_to_the_capacities() throws IOException {
        List<Map<String, String>> plan = export("plan");
        assertThat(plan.stream().map(row -> row.get("account_id")))
                .containsExactlyInAnyOrderElementsOf(export("scores").stream()
                        .map(row -> row.get("account_id"))
                        .toList());
        assertThat(plan).anySatisfy(row -> assertThat(row.get("action")).isNotEqualTo("none"));
        assertThat(plan).allSatisfy(row -> {
            assertThat(Double.parseDouble(row.get("propensity")))
                    .isGreaterThan(0)
                    .isLessThanOrEqualTo(1);
            assertThat(row.get("hold_reason").isEmpty())
                    .isEqualTo(!row.get("action").equals("none"));
        });
        for (Map<String, String> price : export("prices")) {
            assertThat(Double.parseDouble(price.get("used")))
                    .isLessThanOrEqualTo(Double.parseDouble(price.get("limit")));
            assertThat(Double.parseDouble(price.get("price"))).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    @Order(3)
    void every_contact_of_the_plan_is_legal_and_worth_it() throws IOException {
        Map<String, Map<String, String>> values = new HashMap<>();
        for (Map<String, String> value : export("values")) {
            values.put(key(value), value);
        }
        for (Map<String, String> row : export("plan")) {
            assertThat(values.get(key(row)).get("legal")).isEqualTo("1");
        }
    }

    private static String key(Map<String, String> row) {
        return row.get("account_id") + "|" + row.get("action") + "|" + row.get("channel") + "|" + row.get("window");
    }

    @Test
    @Order(4)
    void nothing_unknown_leaks_into_the_features() {
        Verbs.Answer proof =
                Verbs.run("features", "--home", home, "--as-of", "2026-03-01", "--prove-truncation", "--json");
        assertThat(proof.exitCode()).as(proof.err()).isZero();
        assertThat(proof.out()).contains("\"vectors_differing\" : 0");
        assertThat(proof.out()).doesNotContain("\"facts_deleted\" : 0");
    }

    @Test
    @Order(5)
    void the_same_drop_again_changes_nothing() throws IOException {
        export("features");
        byte[] before = Files.readAllBytes(folder.resolve("features.csv"));
        Verbs.Answer again = Verbs.run("ingest", "--home", home, "--source", drop);
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("nothing changed");
        assertThat(Verbs.run("features", "--home", home, "--as-of", AS_OF).exitCode())
                .isZero();
        export("features");
        assertThat(Files.readAllBytes(folder.resolve("features.csv"))).isEqualTo(before);
        assertThat(Verbs.csv(folder.resolve("features.csv")).get(0)).hasSizeGreaterThan(42);
    }

    @Test
    @Order(6)
    void parquet_and_arrow_hold_the_same_rows_as_csv() {
        Verbs.Answer parquet = exportAs("parquet");
        Verbs.Answer arrow = exportAs("arrow");
        assertThat(parquet.exitCode()).as(parquet.err()).isZero();
        assertThat(arrow.exitCode()).as(arrow.err()).isZero();
        assertThat(arrow.out().replace("arrow", "parquet")).isEqualTo(parquet.out());
    }

    private Verbs.Answer exportAs(String format) {
        return Verbs.run(
                "export",
                "scores",
                "--home",
                home,
                "--as-of",
                AS_OF,
                "--format",
                format,
                "--out",
                folder.resolve("s." + format));
    }

    @Test
    @Order(7)
    void a_wrong_strategy_is_refused_with_all_its_errors_before_anything_happens() throws IOException {
        Path strategy = folder.resolve("wrong.yaml");
        Files.writeString(strategy, """
                strategy: wrong
                horizon_days: 30
                currency: EUR
                arms:
                  - {action: reminder, channel: pigeon, window: any, cost: 1}
                  - {action: reminder, channel: sms, window: any, cost: -1}
                """);
        Verbs.Answer plan = Verbs.run("plan", "--home", home, "--as-of", AS_OF, "--strategy", strategy);
        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(plan.err()).contains("pigeon").contains("-1");
    }

    @Test
    @Order(8)
    void a_model_can_be_rolled_back_only_when_there_was_one_before() {
        Verbs.Answer rollback = Verbs.run("models", "rollback", "--home", home);
        assertThat(rollback.exitCode()).isEqualTo(1);
        assertThat(Verbs.run("models", "--home", home).out()).contains("champion");
    }

    @Test
    @Order(9)
    void a_strategy_is_judged_on_the_log_and_refused_where_the_log_is_short() {
        Verbs.Answer judged = Verbs.run("evaluate", "--home", home, "--json");
        assertThat(judged.exitCode()).as(judged.err()).isIn(0, 1);
        assertThat(judged.out()).contains("\"prices_of_plan\" : \"" + AS_OF + "\"", "\"effective_decisions\"");
        Verbs.Answer refused = Verbs.run("evaluate", "--home", home, "--since", "2026-05-28", "--as-of", AS_OF);
        assertThat(refused.exitCode()).as(refused.out()).isEqualTo(1);
        assertThat(refused.out()).contains("Refused: the effective sample is");
    }

    @Test
    @Order(10)
    void the_model_in_force_is_held_against_its_book() {
        Verbs.Answer monitor = Verbs.run("monitor", "--home", home, "--as-of", AS_OF, "--json");
        assertThat(monitor.exitCode()).as(monitor.err()).isZero();
        assertThat(monitor.out())
                .contains("\"outcomes_from\" : \"2026-06-01\"")
                .contains("\"slice\" : \"all\"")
                .contains("\"name\" : \"score\"")
                .doesNotContain("\"name\" : \"day_of_week\"");
    }

    @Test
    @Order(11)
    void nothing_recorded_yet_replays() {
        assertThat(Verbs.run("replay", "--home", home, "--all").exitCode()).isZero();
        assertThat(Verbs.run("replay", "--home", home, "--skew").exitCode()).isZero();
        Verbs.Answer unknown = Verbs.run("replay", "--home", home, "--decision", "0123");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("0123");
    }

    @Test
    @Order(12)
    void a_book_planned_by_the_job_is_planned_the_same() throws IOException {
        List<Map<String, String>> plan = export("plan");
        List<Map<String, String>> prices = export("prices");
        Verbs.Answer parted = Verbs.run("plan", "--home", home, "--as-of", AS_OF, "--in-memory", 0, "--json");
        assertThat(parted.exitCode()).as(parted.err()).isZero();
        assertThat(parted.out()).contains("\"what_if\" : [").contains("\"levers\" : [");
        assertThat(export("plan")).isEqualTo(plan);
        assertThat(export("prices")).isEqualTo(prices);
    }

    @Test
    @Order(13)
    void no_debtor_is_contacted_more_often_than_the_house_allows_over_all_accounts() throws IOException {
        Map<String, Map<String, String>> accounts = new HashMap<>();
        Verbs.csv(drop.resolve("accounts.csv")).forEach(row -> accounts.put(row.get("account_id"), row));
        Map<String, List<LocalDate>> made = new HashMap<>();
        for (Map<String, String> contact : Verbs.csv(drop.resolve("contacts.csv"))) {
            Map<String, String> account = accounts.get(contact.get("account_id"));
            boolean placed = contact.get("direction").equals("outbound")
                    && !contact.get("at").isEmpty();
            if (placed && contact.get("at").compareTo(AS_OF) < 0) {
                made.computeIfAbsent(account.get("debtor_id"), debtor -> new ArrayList<>())
                        .add(localDay(contact.get("at"), account));
            }
        }
        Map<String, List<LocalDate>> planned = new HashMap<>();
        for (Map<String, String> row : export("plan")) {
            if (!row.get("action").equals("none")) {
                Map<String, String> account = accounts.get(row.get("account_id"));
                planned.computeIfAbsent(account.get("debtor_id"), debtor -> new ArrayList<>())
                        .add(localDay(row.get("not_before"), account));
            }
        }
        planned.forEach((debtor, days) -> {
            assertThat(days).as("contacts planned with %s", debtor).doesNotHaveDuplicates();
            LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
            long week = Stream.concat(days.stream(), made.getOrDefault(debtor, List.of()).stream())
                    .filter(day -> day.isAfter(last.minusDays(7)))
                    .count();
            assertThat(week)
                    .as("contacts with %s in the week to %s", debtor, last)
                    .isLessThanOrEqualTo(3);
        });
        Map<String, Long> open = export("plan").stream()
                .collect(Collectors.groupingBy(
                        row -> accounts.get(row.get("account_id")).get("debtor_id"), Collectors.counting()));
        assertThat(open.values()).as("open accounts per debtor").anyMatch(count -> count > 1);
    }

    private static LocalDate localDay(String instant, Map<String, String> account) {
        String zone = account.get("time_zone").isEmpty()
                ? "UTC"
                : account.get("time_zone").split(";")[0];
        return Instant.parse(instant.replace(" ", "T").replace("+00", "Z"))
                .atZone(ZoneId.of(zone))
                .toLocalDate();
    }

    private List<Map<String, String>> export(String table) throws IOException {
        Path out = folder.resolve(table + ".csv");
        Verbs.Answer answer =
                Verbs.run("export", table, "--home", home, "--as-of", AS_OF, "--format", "csv", "--out", out);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return Verbs.csv(out);
    }
}
