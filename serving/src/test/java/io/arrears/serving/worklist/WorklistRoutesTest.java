package io.arrears.serving.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.TestService.Answer;
import io.arrears.serving.mart.MartFixture;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Work lists are the plan, in rank order, page by page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorklistRoutesTest {
    private final TestService service;

    WorklistRoutesTest(@TempDir Path folder) {
        MartFixture.publish(new Home(folder), "r1");
        service = TestService.start(folder);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void pagesJoinToTheWholeQueueWithoutGapOrRepeat() {
        JsonNode whole = service.get("/v1/worklists/all?limit=1000").json();
        List<Integer> ranks = new ArrayList<>();
        String after = "0";
        while (!after.equals("null")) {
            JsonNode page =
                    service.get("/v1/worklists/all?limit=7&after=" + after).json();
            page.get("rows").forEach(row -> ranks.add(row.get("rank").intValue()));
            after = page.get("next").asText();
        }
        assertThat(ranks).hasSize(whole.get("total").intValue()).isSorted().doesNotHaveDuplicates();
        assertThat(whole.get("rows")).hasSize(ranks.size());
        assertThat(whole.get("rows").findValuesAsText("action")).doesNotContain("none");
    }

    @Test
    void aQueueIsAChannelOrAnAction() {
        JsonNode calls = service.get("/v1/worklists/call").json();
        assertThat(calls.get("rows").findValuesAsText("channel")).isNotEmpty().containsOnly("call");
        JsonNode offers = service.get("/v1/worklists/plan_offer").json();
        assertThat(offers.get("rows").findValuesAsText("action")).isNotEmpty().containsOnly("plan_offer");
    }

    @Test
    void filtersNarrow() {
        JsonNode rows = service.get("/v1/worklists/all?receivable_type=utility&segment=north&min_value=5.00")
                .json()
                .get("rows");
        assertThat(rows.findValuesAsText("receivable_type")).containsOnly("utility");
        assertThat(rows.findValuesAsText("segment")).containsOnly("north");
        rows.forEach(row -> assertThat(row.get("net_value").asDouble()).isGreaterThanOrEqualTo(5));
    }

    /** The plan's windows end at seven in the evening. */
    @Test
    void aWindowThatIsOverIsNoWorkInABookThatLives(@TempDir Path folder) {
        MartFixture.publish(new Home(folder), "r1");
        long whole = total(TestService.NOW, folder);
        assertThat(whole).isPositive();
        assertThat(total(Instant.parse("2026-06-01T18:59:59Z"), folder)).isEqualTo(whole);
        assertThat(total(Instant.parse("2026-06-01T19:00:00Z"), folder)).isZero();
        assertThat(total(Instant.parse("2026-11-30T12:00:00Z"), folder))
                .as("a book that stands still")
                .isEqualTo(whole);
    }

    private static long total(Instant now, Path home) {
        try (TestService at = TestService.startAt(home, now)) {
            JsonNode list = at.get("/v1/worklists/all").json();
            assertThat(list.get("rows").size() > 0).isEqualTo(list.get("total").asLong() > 0);
            return list.get("total").asLong();
        }
    }

    @Test
    void csvHasTheSameRows() {
        Answer csv = service.get("/v1/worklists/call", "Accept", "text/csv");
        assertThat(csv.contentType()).startsWith("text/csv");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.get(0)).startsWith("rank,account_id,action,channel,window,net_value");
        assertThat(lines)
                .hasSize(service.get("/v1/worklists/call").json().get("rows").size() + 1);
    }

    @Test
    void whatIsNotValidIsRefused() {
        assertThat(service.get("/v1/worklists/pigeon").code()).isEqualTo("unknown_queue");
        JsonNode nobody =
                service.get("/v1/worklists/settlement_offer").json(); // of the strategy, in no row of the plan
        assertThat(nobody.get("total").asLong()).isZero();
        assertThat(service.get("/v1/worklists/all?limit=1001").code()).isEqualTo("invalid_parameter");
        assertThat(service.get("/v1/worklists/all?after=x").code()).isEqualTo("invalid_parameter");
        assertThat(service.get("/v1/worklists/all?receivable_type=x").code()).isEqualTo("invalid_parameter");
        assertThat(service.get("/v1/worklists/all", "Accept", "image/png").status())
                .isEqualTo(406);
    }
}
