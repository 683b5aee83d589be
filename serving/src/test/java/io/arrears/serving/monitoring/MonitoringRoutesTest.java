package io.arrears.serving.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.mart.MartFixture;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the checks found, over HTTP. */
final class MonitoringRoutesTest {
    @TempDir
    private Path folder;

    @Test
    void theNewestCheckIsToldAndOlderOnesOnDemand() {
        MartFixture.publish(new Home(folder), "r1");
        try (TestService service = TestService.start(folder)) {
            JsonNode newest = service.get("/v1/monitoring").json();
            assertThat(newest.get("checks").findValuesAsText("status")).containsExactly("alarm", "quiet");
            assertThat(newest.get("checks").get(0).get("alarms").asInt()).isEqualTo(2);
            assertThat(newest.get("as_of").asText())
                    .isEqualTo(MartFixture.AS_OF.minusDays(1).toString());
            JsonNode level = figure(newest, "level");
            assertThat(level.get("value").asDouble()).isEqualTo(-0.52);
            assertThat(level.get("alarm").asBoolean()).isTrue();
            assertThat(figure(newest, "drift").get("low").isNull()).isTrue();

            JsonNode before = service.get("/v1/monitoring?as_of=" + MartFixture.AS_OF.minusDays(31))
                    .json();
            assertThat(figure(before, "level").get("value").asDouble()).isEqualTo(-0.04);
            assertThat(service.get("/v1/monitoring?as_of=soon").code()).isEqualTo("invalid_parameter");
        }
    }

    private static JsonNode figure(JsonNode found, String kind) {
        return StreamSupport.stream(found.get("figures").spliterator(), false)
                .filter(figure -> figure.get("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
