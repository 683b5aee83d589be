package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.monitoring.MonitoringFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book in which cards and loans are paid less readily from one day on, while accounts look the same. */
final class MonitorIT {
    private static final String SHOCK = "2026-05-01";
    private static final String FIRST_CYCLE_KNOWN = "2026-05-31";

    @TempDir
    private static Path folder;

    private static Path home;

    @BeforeAll
    static void trainLongBefore() {
        Path drop = folder.resolve("drop");
        home = folder.resolve("home");
        run(
                "sample",
                "--accounts",
                2000,
                "--months",
                22,
                "--seed",
                11,
                "--out",
                drop,
                "--shock",
                SHOCK,
                "--shock-odds",
                0.35,
                "--shock-types",
                "credit_card,consumer_loan");
        run("ingest", "--home", home, "--source", drop);
        run("train", "--home", home, "--as-of", "2025-11-01", "--target", "pay30,cash30");
        String id = new ModelRegistry(new Home(home).models()).list().get(0).id();
        run("models", "promote", id, "--home", home);
    }

    private static Verbs.Answer run(Object... arguments) {
        Verbs.Answer answer = Verbs.run(arguments);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer;
    }

    private JsonNode monitor(String asOf) throws IOException {
        return new ObjectMapper()
                .readTree(run("monitor", "--home", home, "--as-of", asOf, "--json")
                        .out());
    }

    @Test
    void quietCyclesGiveAtMostOneAlarm() throws IOException {
        JsonNode found = monitor(SHOCK);

        assertThat(found.get("calibration")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(found.get("calibration"))
                .filteredOn(cycle -> cycle.get("alarms").asInt() > 0)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(found.get("alarms")).isEmpty();
        assertThat(found.get("decision_flips").get("changed").asDouble())
                .isLessThan(0.1 * found.get("decision_flips").get("accounts").asDouble());
    }

    @Test
    void aStructuralChangeIsAnAlarmInTheFirstCycleWhoseOutcomesAreKnown() throws IOException {
        JsonNode found = monitor(FIRST_CYCLE_KNOWN);

        assertThat(found.get("status").asText()).isEqualTo("alarm");
        assertThat(found.get("outcomes_from").asText()).isEqualTo(SHOCK);
        assertThat(found.get("moved_segments"))
                .extracting(JsonNode::asText)
                .contains("receivable_type=credit_card")
                .doesNotContain("receivable_type=b2b_invoice");
        assertThat(score(found).get("psi").asDouble()).isLessThan(0.10);
        assertThat(found.get("decision_flips").get("changed").asLong()).isPositive();
        assertThat(MonitoringFile.list(new Home(home)))
                .filteredOn(file -> file.asOf().equals(FIRST_CYCLE_KNOWN))
                .singleElement()
                .satisfies(file -> assertThat(file.figures())
                        .anySatisfy(figure ->
                                assertThat(figure.kind() + figure.alarm()).isEqualTo("leveltrue")));
    }

    private static JsonNode score(JsonNode found) {
        return StreamSupport.stream(found.get("drift").spliterator(), false)
                .filter(input -> input.get("name").asText().equals("score"))
                .findFirst()
                .orElseThrow();
    }
}
