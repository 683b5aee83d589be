package io.arrears.serving.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every account of a book that the pipeline planned, asked alone: the answers are the plan's rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OnlineEqualsPlanIT {
    /** Capacities in different units, so that repairing and filling them takes accounts against prices. */
    private static final String STRATEGY = """
            strategy: tight
            horizon_days: 30
            currency: EUR
            arms:
              - {action: reminder, channel: email, cost: 0.02, assumed_effect: 0.10}
              - {action: reminder, channel: letter, cost: 1.10, assumed_effect: 0.25}
              - {action: reminder, channel: call, window: morning, cost: 2.50, uses: {agent_minutes: 4}, assumed_effect: 0.45}
              - {action: plan_offer, channel: call, window: evening, cost: 4.50, uses: {agent_minutes: 7}, assumed_effect: 0.70}
            capacities:
              agent_minutes: 45
              contacts: 37
              budget: 6.05
              first_letters: {counts: letters, limit: 4, min: 3, when: 'history.daysPastDue < 60'}
            complaint_cost: 40.00
            eligibility:
              - {name: past due, when: "history.daysPastDue > 0"}
            rule_packs: [house-default]
            exploration: {holdout_share: 0.02, floor: 0.01}
            """;

    @TempDir
    private static Path folder;

    private Home home;
    private List<Row> plan;

    private record Row(
            String account,
            String arm,
            double propensity,
            @Nullable String slot,
            @Nullable String hold,
            @Nullable String runnerUp,
            double netValue,
            double pricePaid) {}

    @BeforeAll
    void plan() throws Exception {
        home = new Home(folder.resolve("home"));
        Path strategy = Files.writeString(folder.resolve("tight.yaml"), STRATEGY);
        Path drop = folder.resolve("drop");
        Path log = folder.resolve("log.txt");
        PipelineProcess.run(log, "sample", "--accounts", 400, "--months", 14, "--seed", 5, "--out", drop);
        PipelineProcess.run(
                log,
                "run",
                "--home",
                folder.resolve("home"),
                "--source",
                drop,
                "--as-of",
                "2026-07-01",
                "--strategy",
                strategy);
        Path run = home.mart()
                .resolve(Files.readString(home.mart().resolve("CURRENT")).strip());
        plan = read(run.resolve("mart.duckdb"));
    }

    private static List<Row> read(Path mart) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + mart);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT *, strftime(not_before, '%Y-%m-%dT%H:%M:%S') AS starts, "
                        + "strftime(not_after, '%Y-%m-%dT%H:%M:%S') AS ends FROM plan ORDER BY rank")) {
            while (row.next()) {
                String starts = row.getString("starts");
                rows.add(new Row(
                        row.getString("account_id"),
                        row.getString("action") + "/" + row.getString("channel") + "/"
                                + row.getString("contact_window"),
                        row.getDouble("propensity"),
                        starts == null ? null : starts + " " + row.getString("ends"),
                        row.getString("hold_reason"),
                        row.getString("runner_up"),
                        row.getDouble("net_value_minor"),
                        row.getDouble("price_paid_minor")));
            }
        }
        return rows;
    }

    private static Row row(String account, JsonNode choice) {
        JsonNode rank = choice.get("rank");
        JsonNode slot = choice.path("slot");
        JsonNode hold = choice.path("hold");
        return new Row(
                account,
                arm(choice.get("arm")),
                rank.get("propensity").asDouble(),
                slot.isObject() ? second(slot.get("not_before")) + " " + second(slot.get("not_after")) : null,
                hold.isObject()
                        ? hold(hold.get("reason").asText(), hold.get("detail").asText())
                        : null,
                rank.path("runner_up").isObject() ? arm(rank.get("runner_up")) : null,
                rank.path("net_value").asDouble() * 100,
                rank.path("price_paid").asDouble() * 100);
    }

    private static String hold(String reason, String detail) {
        return reason + (detail.isEmpty() ? "" : ": " + detail);
    }

    private static String arm(JsonNode arm) {
        return arm.get("action").asText() + "/" + arm.get("channel").asText() + "/"
                + arm.get("window").asText();
    }

    private static String second(JsonNode instant) {
        return OffsetDateTime.parse(instant.asText())
                .toLocalDateTime()
                .toString()
                .replaceFirst("(T..:..)$", "$1:00");
    }

    @Test
    void everyAnswerIsThePlansRow() throws Exception {
        assertThat(plan).hasSizeGreaterThan(100);
        try (TestService service = TestService.start(folder.resolve("home"))) {
            for (Row planned : plan) {
                JsonNode choice = ask(service, planned.account);
                assertThat(choice.get("basis").get("kind").asText()).isEqualTo("plan");
                Row answered = row(planned.account, choice);
                assertThat(answered.netValue).isCloseTo(planned.netValue, within(0.5001));
                assertThat(answered.pricePaid).isCloseTo(planned.pricePaid, within(0.5001));
                assertThat(exact(answered)).isEqualTo(exact(planned));
            }
            assertThat(service.post("/v1/decisions", "{\"account_id\": \"%s\"}".formatted(plan.get(0).account))
                            .json()
                            .get("prices"))
                    .anyMatch(price -> price.get("price").asDouble() > 0);
            answersFollowNewerEventsAndSaySo(service);
            nobodyIsContactedAfterPaying(service);
        }
    }

    /** Money is rounded in an answer. */
    private static Row exact(Row row) {
        return new Row(row.account, row.arm, row.propensity, row.slot, row.hold, row.runnerUp, 0, 0);
    }

    private void answersFollowNewerEventsAndSaySo(TestService service) {
        List<Row> contacted =
                plan.stream().filter(row -> row.slot != null).limit(5).toList();
        assertThat(contacted).isNotEmpty();
        for (Row row : contacted) {
            service.post(
                    "/v1/events",
                    "{\"flags\": [{\"account_id\": \"%s\", \"flag\": \"cease_contact\", \"from_on\": \"2026-06-01\"}]}"
                            .formatted(row.account));
            JsonNode choice = ask(service, row.account);
            assertThat(choice.get("basis").get("kind").asText()).isEqualTo("newer_events");
            assertThat(choice.get("hold").get("reason").asText()).isEqualTo("blocked");
        }
    }

    /** Contacts after payment, over all contacts of the plan: none. */
    private void nobodyIsContactedAfterPaying(TestService service) {
        List<Row> contacted = plan.stream().filter(row -> row.slot != null).toList();
        assertThat(contacted).hasSizeGreaterThan(20);
        String payments = contacted.stream()
                .map(row ->
                        "{\"payment_id\": \"live-%s\", \"account_id\": \"%s\", \"paid_on\": \"2026-06-01\", \"amount\": \"%s\"}"
                                .formatted(row.account, row.account, pastDue(service, row.account)))
                .collect(Collectors.joining(", "));
        assertThat(service.post("/v1/events", "{\"payments\": [%s]}".formatted(payments))
                        .status())
                .isLessThan(300);
        for (Row row : contacted) {
            TestService.Answer answer =
                    service.post("/v1/decisions", "{\"account_id\": \"%s\"}".formatted(row.account));
            boolean leftAlone = answer.code().equals("not_open")
                    || answer.json().get("choice").get("slot").isNull();
            assertThat(leftAlone).as("%s: %s", row.account, answer.body()).isTrue();
        }
        assertThat(service.get("/v1/worklists/all?limit=500").json().get("rows"))
                .isEmpty();
    }

    private static String pastDue(TestService service, String account) {
        return service.get("/v1/accounts/" + account)
                .json()
                .get("balances")
                .get("past_due_amount")
                .asText();
    }

    private static JsonNode ask(TestService service, String account) {
        return service.post("/v1/decisions", "{\"account_id\": \"%s\"}".formatted(account))
                .json()
                .get("choice");
    }
}
