package io.arrears.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A real service on a free port with a client; its clock stands at ten on the fixture's as-of day. */
public final class TestService implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private final Service service;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestService(Service service) {
        this.service = service;
    }

    public static TestService start(Path home) {
        return start(home, Map.of());
    }

    public static TestService start(Path home, Map<String, String> environment) {
        return start(home, environment, NOW);
    }

    /** Its clock stands at another time. */
    public static TestService startAt(Path home, Instant now) {
        return start(home, Map.of(), now);
    }

    private static TestService start(Path home, Map<String, String> environment, Instant now) {
        ServingConfig config = ServingConfig.of(new ServingConfig.Flags(home, "127.0.0.1", 0), environment);
        return new TestService(Service.start(config, Clock.fixed(now, ZoneOffset.UTC)));
    }

    /** An answer with its body as text. */
    public record Answer(int status, String contentType, String body, HttpResponse<byte[]> raw) {
        public JsonNode json() {
            try {
                return Json.parse(raw.body());
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }

        public String code() {
            return json().path("code").asText();
        }
    }

    /** Every route served. */
    public List<Route> routes() {
        return service.routes();
    }

    public String address() {
        return "http://127.0.0.1:" + service.port();
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, String json, String... headers) {
        return post(path, json.getBytes(StandardCharsets.UTF_8), "application/json", headers);
    }

    public Answer post(String path, byte[] body, String contentType, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    new String(answer.body(), StandardCharsets.UTF_8),
                    answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
