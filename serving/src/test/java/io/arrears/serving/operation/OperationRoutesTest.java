package io.arrears.serving.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.mart.MartFixture;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operation: metrics count, and a newly published run takes over without a failed call. */
final class OperationRoutesTest {
    @TempDir
    private Path folder;

    @Test
    void metricsCountCallsByRouteNotByPath() {
        MartFixture.publish(new Home(folder), "r1");
        try (TestService service = TestService.start(folder)) {
            service.get("/v1/accounts/A-0001");
            service.get("/v1/accounts/A-0002");
            String metrics = service.get("/metrics").body();
            assertThat(metrics)
                    .contains(
                            "arrears_http_request_seconds_count{method=\"GET\",route=\"/v1/accounts/{id}\",status=\"200\"} 2")
                    .contains("arrears_mart_served 1")
                    .contains("arrears_mart_age_seconds 19800")
                    .contains("jvm_memory_heap_used_bytes")
                    .doesNotContain("A-0001");
        }
    }

    @Test
    void aNewRunTakesOverWithoutAFailedCall() throws InterruptedException {
        Home home = new Home(folder);
        MartFixture.publish(home, "r1");
        try (TestService service = TestService.start(folder)) {
            AtomicBoolean done = new AtomicBoolean();
            AtomicInteger failed = new AtomicInteger();
            CompletableFuture<Void> calls = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    if (service.get("/v1/worklists/all?limit=5").status() != 200) {
                        failed.incrementAndGet();
                    }
                }
            });
            MartFixture.publish(home, "r2", LocalDate.of(2026, 5, 31));
            for (int i = 0; i < 100 && !service.get("/v1/runs/current").body().contains("r2"); i++) {
                Thread.sleep(100);
            }
            done.set(true);
            calls.join();
            assertThat(service.get("/v1/runs/current").json().get("run_id").asText())
                    .isEqualTo("r2");
            assertThat(failed).hasValue(0);
        }
    }
}
