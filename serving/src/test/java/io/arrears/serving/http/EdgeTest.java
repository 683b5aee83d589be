package io.arrears.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.serving.TestService;
import io.arrears.serving.TestService.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every answer of the service has in common, with nothing published. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EdgeTest {
    private final TestService service;

    EdgeTest(@TempDir Path folder) {
        service = TestService.start(folder);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void anUnknownAddressIsAProblem() {
        Answer answer = service.get("/v1/nothing?account=secret");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo("not_found");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void theWrongMethodIsAProblem() {
        assertThat(service.post("/health", "{}").code()).isEqualTo("method_not_allowed");
    }

    @Test
    void everyAnswerForbidsWhatAPageMustNotDo() {
        for (String path : new String[] {"/health", "/v1/nothing", "/docs"}) {
            var headers = service.get(path).raw().headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    @Test
    void withNothingPublishedReadinessSaysWhatToRun() {
        assertThat(service.get("/health").status()).isEqualTo(200);
        Answer answer = service.get("/ready");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("nothing_published");
        assertThat(answer.json().get("detail").asText()).contains("./arrears run");
        assertThat(service.post("/v1/scores", "{\"account_id\":\"A\"}").code()).isEqualTo("nothing_published");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        Answer answer = service.post("/v1/scores", "x".repeat(Body.MAX_BYTES + 1));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too_large");
    }

    @Test
    void deepJsonIsRefused() {
        assertThat(service.post("/v1/scores", "[".repeat(5_000)).code()).isEqualTo("malformed_json");
    }

    @Test
    void anotherHostNameIsRefusedWithoutKeys() throws IOException {
        URI address = URI.create(service.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write("GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").contains("foreign_origin");
        }
    }
}
