package io.arrears.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.mart.Home;
import io.arrears.serving.TestService.Answer;
import io.arrears.serving.http.Method;
import io.arrears.serving.http.Role;
import io.arrears.serving.http.Route;
import io.arrears.serving.mart.MartFixture;
import io.arrears.serving.scores.ModelFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document, the table in docs/api.md and the routes served are the same thing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ApiDocumentTest {
    private final TestService service;
    private final JsonNode document;

    ApiDocumentTest(@TempDir Path folder) {
        MartFixture.publish(new Home(folder), "r1");
        ModelFixture.register(new Home(folder));
        service = TestService.start(folder);
        document = service.get("/openapi").json();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private List<Route> documented() {
        return service.routes().stream()
                .filter(route -> !route.operation().isPage())
                .toList();
    }

    @Test
    void theDocumentHasEveryRouteAndNoOther() {
        Set<String> written = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> written.add(method + " " + path.getKey())));
        Set<String> served = documented().stream()
                .map(route -> route.method().code() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(written).isEqualTo(served);
    }

    @Test
    void everyDocumentedAddressIsServed() {
        for (Route route : documented()) {
            String path = route.path().replaceAll("\\{[a-z_]+}", "x");
            Answer answer = route.method() == Method.GET ? service.get(path) : service.post(path, "{}");
            String code = answer.contentType().endsWith("problem+json") ? answer.code() : "";
            assertThat(code).as(path).isNotIn("not_found", "method_not_allowed", "internal");
        }
    }

    @Test
    void everyReferencedSchemaExistsAndEverySchemaIsUsed() {
        Set<String> used = document.findValuesAsText("$ref").stream()
                .map(reference -> reference.substring("#/components/schemas/".length()))
                .collect(Collectors.toSet());
        Set<String> defined = new HashSet<>();
        document.path("components").path("schemas").fieldNames().forEachRemaining(defined::add);
        assertThat(used).isEqualTo(defined);
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(document.findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void answersFitTheirSchemas() {
        SchemaCheck check = new SchemaCheck(document);
        assertThat(check.problems("Readiness", service.get("/ready").json())).isEmpty();
        assertThat(check.problems("Run", service.get("/v1/runs/current").json()))
                .isEmpty();
        assertThat(check.problems("Worklist", service.get("/v1/worklists/all").json()))
                .isEmpty();
        assertThat(check.problems("Account", service.get("/v1/accounts/A-0008").json()))
                .isEmpty();
        assertThat(check.problems("Monitoring", service.get("/v1/monitoring").json()))
                .isEmpty();
        assertThat(check.problems("ModelList", service.get("/v1/models").json()))
                .isEmpty();
        assertThat(check.problems(
                        "Model", service.get("/v1/models/" + ModelFixture.FIRST).json()))
                .isEmpty();
        assertThat(check.problems(
                        "ScoreBatch",
                        service.post("/v1/scores:batch", "[\"A-0008\", \"x\"]").json()))
                .isEmpty();
        assertThat(check.problems("Problem", service.post("/v1/scores", "{}").json()))
                .isEmpty();
    }

    @Test
    void theTableOfRightsIsTheOneServed() throws IOException {
        String table = documented().stream()
                .map(route -> "| %s | `%s` | %s |"
                        .formatted(
                                route.method(),
                                route.path(),
                                route.access().isOpenToAll()
                                        ? "no key"
                                        : route.access().roles().stream()
                                                .map(Role::code)
                                                .collect(Collectors.joining(", "))))
                .sorted()
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("docs", "api.md")))
                .as("put this table into serving/docs/api.md:%n%s", table)
                .contains(table);
    }
}
