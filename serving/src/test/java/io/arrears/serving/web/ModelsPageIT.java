package io.arrears.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.arrears.serving.scores.ModelFixture;
import io.arrears.serving.web.Browsing.Window;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of models in a real browser: the registry, a model's report, and whether the model in force still fits. */
final class ModelsPageIT {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 18);
    private static @Nullable ServedPages started;

    @BeforeAll
    static void start(@TempDir Path folder) {
        started = ServedPages.find(folder, AS_OF).orElse(null);
    }

    @BeforeEach
    void needsABrowser() {
        ServedPages.assumeHere(started);
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    private static Window show(String path) {
        return Objects.requireNonNull(started, "no browser, no pages").show(path);
    }

    private static JsonNode api(String path) {
        return Objects.requireNonNull(started, "no browser, no pages").api(path);
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void modelsShowTheRegistryAndTheChosenModel() {
        try (Window window = show("/models")) {
            JsonNode models = api("/v1/models").get("models");
            assertThat(window.page().locator("#models tbody tr").count()).isEqualTo(models.size());
            window.page().locator("#models tbody tr", text(ModelFixture.SECOND)).click();
            window.page().waitForURL("**/models?model=" + ModelFixture.SECOND + "**");
            window.page().waitForSelector("#metrics >> text=" + ModelFixture.SECOND);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theReportOfAModelShowsPartsGroupsAndWhatMoved() {
        try (Window window = show("/models?target=pay30")) {
            JsonNode metrics = api("/v1/models/" + ModelFixture.FIRST).get("metrics");
            assertThat(window.page().locator("#parts tbody tr").count())
                    .isEqualTo(figures(metrics, "positives").size() - 1);
            Locator small = window.page().locator("#parts tbody tr", text("South"));
            assertThat(small.innerText()).contains("31", "too few to judge");
            Locator north = window.page().locator("#parts tbody tr", text("North"));
            assertThat(north.innerText())
                    .contains(String.format(Locale.ROOT, "%.3f", figure(metrics, "segment=north", "auc")));
            assertThat(window.text("#fairness"))
                    .contains("Sex: F", "Sex: M", "best-scored 10%")
                    .contains(String.format(Locale.ROOT, "%.2f", figure(metrics, "audit_sex", "impact_ratio_10")));
            assertThat(window.text("#capacity"))
                    .contains(String.format(Locale.ROOT, "%.1f%%", 100 * figure(metrics, "all", "cash_20")));
            window.page().locator("#stability .tools button", text("Table")).click();
            assertThat(window.page().locator("#stability tbody tr").count())
                    .isEqualTo(figures(metrics, "psi").size());
            assertThat(window.page().locator("#stability tbody tr").nth(1).innerText())
                    .contains("Days past due", "0.310");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void theModelsPageShowsWhetherTheModelStillFits() {
        try (Window window = show("/models")) {
            JsonNode found = api("/v1/monitoring");
            assertThat(window.text("#monitoring"))
                    .contains("Alarm", "2 out of bounds", "17 of 260 decisions would change")
                    .contains("Whole book", "Receivable type: Utility", "Past due amount")
                    .doesNotContain("Mean days late");
            assertThat(window.page().locator("#monitoring strong.bad").count())
                    .isEqualTo(found.at("/checks/0/alarms").asInt());
            window.page().locator("#cycles .tools button", text("Table")).click();
            Locator cycles = window.page().locator("#cycles tbody tr");
            assertThat(cycles.count()).isEqualTo(5);
            assertThat(cycles.last().innerText()).contains("0.520").contains("yes");
            assertThat(window.text("#models"))
                    .contains("Gate", "passed", "Put in force: promote " + ModelFixture.FIRST);
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static List<JsonNode> figures(JsonNode metrics, String metric) {
        return StreamSupport.stream(metrics.spliterator(), false)
                .filter(row -> row.get("target").asText().equals("pay30"))
                .filter(row -> row.get("contender").asText().equals("trees"))
                .filter(row -> row.get("metric").asText().equals(metric))
                .toList();
    }

    private static double figure(JsonNode metrics, String slice, String metric) {
        return figures(metrics, metric).stream()
                .filter(row -> row.get("slice").asText().equals(slice))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asDouble();
    }
}
