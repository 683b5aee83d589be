package io.arrears.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.mart.Home;
import io.arrears.serving.TestService;
import io.arrears.serving.TestService.Answer;
import io.arrears.serving.mart.MartFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** With keys configured every route admits exactly the roles of its access. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GateTest {
    private final TestService service;

    GateTest(@TempDir Path folder) throws IOException {
        String lines = Arrays.stream(Role.values())
                .map(role -> role.code() + ":" + sha256("key-of-" + role.code()))
                .collect(Collectors.joining("\n", "# keys\n", "\n"));
        Path keys = Files.writeString(folder.resolve("keys"), lines);
        Path home = folder.resolve("home");
        MartFixture.publish(new Home(home), "r1");
        service = TestService.start(home, Map.of("ARREARS_API_KEYS_FILE", keys.toString()));
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Answer call(Route route, String... headers) {
        String path = route.path().replaceAll("[{<][a-z_]+[}>]", "x");
        return route.method() == Method.GET ? service.get(path, headers) : service.post(path, "{}", headers);
    }

    @Test
    void everyRouteAdmitsTheRolesOfItsAccessAndNoOther() {
        for (Route route : service.routes()) {
            for (Role role : Role.values()) {
                int status = call(route, "X-Api-Key", "key-of-" + role.code()).status();
                assertThat(status == 403)
                        .as("%s %s for %s", route.method(), route.path(), role)
                        .isEqualTo(!route.access().admits(role));
                assertThat(status).isNotEqualTo(401);
            }
        }
    }

    @Test
    void withoutAKeyOnlyOpenRoutesAnswer() {
        for (Route route : service.routes()) {
            assertThat(call(route).status() == 401)
                    .as("%s %s", route.method(), route.path())
                    .isEqualTo(!route.access().isOpenToAll());
        }
    }

    @Test
    void aKeyComesInThreeWays() {
        String basic = Base64.getEncoder().encodeToString("me:key-of-manager".getBytes(StandardCharsets.UTF_8));
        assertThat(service.get("/v1/runs/current", "Authorization", "Bearer key-of-manager")
                        .status())
                .isEqualTo(200);
        assertThat(service.get("/v1/runs/current", "Authorization", "Basic " + basic)
                        .status())
                .isEqualTo(200);
        Answer wrong = service.get("/v1/runs/current", "Authorization", "Bearer guess");
        assertThat(wrong.code()).isEqualTo("unauthenticated");
        assertThat(wrong.raw().headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void pagesOfOtherSitesMayNotChangeAnything() {
        Answer answer = service.post("/v1/events", "{}", "X-Api-Key", "key-of-admin", "Sec-Fetch-Site", "cross-site");
        assertThat(answer.code()).isEqualTo("foreign_origin");
        Answer silent = service.post("/v1/events", "{}", "X-Api-Key", "key-of-admin", "Origin", "http://evil.example");
        assertThat(silent.code()).isEqualTo("foreign_origin");
        Answer own = service.post("/v1/events", "{}", "X-Api-Key", "key-of-admin", "Origin", service.address());
        assertThat(own.code()).isNotEqualTo("foreign_origin");
    }
}
