package io.arrears.serving.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.mart.MartFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The KPI calls over HTTP: list, one KPI, CSV, and what is refused. */
final class KpiRoutesTest {
    private static TestService service;

    @BeforeAll
    static void start(@TempDir Path folder) {
        MartFixture.publish(new Home(folder), "r1");
        service = TestService.start(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theListHoldsEveryKpiWithItsDefinition() {
        JsonNode list = service.get("/v1/kpis").json();
        assertThat(list.at("/scope/currency").asText()).isEqualTo("EUR");
        assertThat(list.get("kpis")).hasSizeGreaterThan(30).allSatisfy(summary -> {
            assertThat(summary.at("/kpi/definition").asText()).isNotBlank();
            assertThat(summary.at("/kpi/definition_version").asInt()).isPositive();
            assertThat(summary.at("/latest/value").isNull())
                    .isEqualTo(!summary.at("/latest/reason").isNull());
        });
    }

    @Test
    void theNewestValueIsTheLastOfTheSeries() {
        JsonNode summary = service.get("/v1/kpis?names=past_due_balance").json().at("/kpis/0");
        JsonNode rows = service.get("/v1/kpis/past_due_balance").json().get("rows");
        JsonNode last = rows.get(rows.size() - 1);
        JsonNode before = rows.get(rows.size() - 2);
        assertThat(summary.at("/latest/value")).isEqualTo(last.get("value"));
        assertThat(summary.at("/change").decimalValue())
                .isEqualByComparingTo(last.get("value")
                        .decimalValue()
                        .subtract(before.get("value").decimalValue()));
    }

    @Test
    void csvByFormatOrByAccept() {
        var byFormat = service.get("/v1/kpis/open_balance?format=csv");
        assertThat(byFormat.contentType()).startsWith("text/csv");
        assertThat(byFormat.body()).startsWith("period,value,accounts\r\n");
        assertThat(service.get("/v1/kpis/open_balance", "Accept", "text/csv").body())
                .isEqualTo(byFormat.body());
    }

    @Test
    void slicesAreBoundNotPasted() {
        var answer = service.get("/v1/kpis/open_balance?segment=north%27%20OR%201%3D1--");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_parameter");
        JsonNode north = service.get("/v1/kpis/open_balance?segment=north").json();
        assertThat(north.at("/scope/segment").asText()).isEqualTo("north");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(service.get("/v1/kpis/happiness").code()).isEqualTo("unknown_kpi");
        assertThat(service.get("/v1/kpis?names=happiness").code()).isEqualTo("unknown_kpi");
        assertThat(service.get("/v1/kpis?currency=USD").code()).isEqualTo("invalid_parameter");
        assertThat(service.get("/v1/kpis/ageing?format=xml").code()).isEqualTo("invalid_parameter");
    }

    @Test
    void withoutAMartTheAnswerNamesTheVerb(@TempDir Path empty) {
        try (TestService bare = TestService.start(empty)) {
            var answer = bare.get("/v1/kpis");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("nothing_published");
            assertThat(answer.body()).contains("./arrears run");
        }
    }
}
