package io.arrears.serving.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.serving.http.Access;
import io.arrears.serving.http.Content;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Method;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.Role;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the OpenAPI document of a route table. Pages are left out. */
final class OpenApi {
    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{([a-z_]+)}");
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final List<ProblemCode> GUARDED =
            List.of(ProblemCode.UNAUTHENTICATED, ProblemCode.FORBIDDEN, ProblemCode.INTERNAL);
    private static final List<ProblemCode> POSTED =
            List.of(ProblemCode.FOREIGN_ORIGIN, ProblemCode.TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE);

    private OpenApi() {}

    static Map<String, Object> document(List<RouteSource> sources) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        for (RouteSource source : sources) {
            for (Route route : source.routes()) {
                if (!route.operation().isPage()) {
                    paths.computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                            .put(route.method().code(), operation(route));
                }
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Arrears",
                        "version", "1",
                        "description", "Whom to contact, how, when, with what offer, and whom to leave alone."));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("bearer", List.of()), Map.of("api_key", List.of())));
        document.put("paths", paths);
        document.put("components", Map.of("securitySchemes", securitySchemes(), "schemas", schemas(sources)));
        return document;
    }

    private static Map<String, Object> securitySchemes() {
        return Map.of(
                "bearer", Map.of("type", "http", "scheme", "bearer"),
                "api_key", Map.of("type", "apiKey", "in", "header", "name", "X-Api-Key"));
    }

    private static Map<String, Object> operation(Route route) {
        Operation operation = route.operation();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("operationId", operation.id());
        out.put("tags", List.of(operation.tag()));
        out.put("summary", operation.summary());
        if (route.access() == Access.ANYONE) {
            out.put("security", List.of());
        } else {
            out.put("x-roles", route.access().roles().stream().map(Role::code).toList());
        }
        out.put("parameters", parameters(route));
        if (!operation.takes().isEmpty()) {
            out.put("requestBody", Map.of("required", true, "content", content(operation.takes())));
        }
        out.put("responses", responses(route));
        return out;
    }

    private static List<Map<String, Object>> parameters(Route route) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        Matcher names = PATH_PARAMETER.matcher(route.path());
        while (names.find()) {
            parameters.add(parameter(names.group(1), "path", "string", ""));
        }
        route.operation()
                .queries()
                .forEach(query -> parameters.add(parameter(query.name(), "query", query.type(), query.description())));
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String in, String type, String description) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("required", in.equals("path"));
        parameter.put("schema", Map.of("type", type));
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        return parameter;
    }

    private static Map<String, Object> responses(Route route) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                "200",
                Map.of(
                        "description",
                        "Done",
                        "content",
                        content(route.operation().gives())));
        Map<Integer, List<String>> problems = new TreeMap<>();
        List<ProblemCode> codes = new ArrayList<>(route.operation().problems());
        codes.addAll(route.access() == Access.ANYONE ? List.of(ProblemCode.INTERNAL) : GUARDED);
        if (route.method() == Method.POST) {
            codes.addAll(POSTED);
        }
        codes.forEach(code -> problems.computeIfAbsent(code.status(), status -> new ArrayList<>())
                .add(code.code()));
        problems.forEach((status, names) -> responses.put(
                status.toString(),
                Map.of(
                        "description",
                        String.join(", ", names),
                        "content",
                        Map.of(PROBLEM_JSON, Map.of("schema", reference("Problem"))))));
        return responses;
    }

    private static Map<String, Object> content(List<Content> contents) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Content content : contents) {
            String schema = content.schema();
            out.put(content.mediaType(), schema == null ? Map.of() : Map.of("schema", reference(schema)));
        }
        return out;
    }

    private static Map<String, Object> reference(String schema) {
        return Map.of("$ref", "#/components/schemas/" + schema);
    }

    private static Map<String, JsonNode> schemas(List<RouteSource> sources) {
        Map<String, JsonNode> schemas = new TreeMap<>();
        addSchemas(RouteSource.class, schemas);
        sources.forEach(source -> addSchemas(source.getClass(), schemas));
        return schemas;
    }

    private static void addSchemas(Class<?> feature, Map<String, JsonNode> schemas) {
        try (InputStream in = feature.getResourceAsStream("schemas.json")) {
            if (in != null) {
                Json.parse(in.readAllBytes())
                        .properties()
                        .forEach(field -> schemas.put(field.getKey(), field.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("schemas.json beside %s is no JSON".formatted(feature), e);
        }
    }
}
