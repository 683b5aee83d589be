package io.arrears.serving.docs;

import io.arrears.serving.http.Access;
import io.arrears.serving.http.Content;
import io.arrears.serving.http.Json;
import io.arrears.serving.http.Operation;
import io.arrears.serving.http.Route;
import io.arrears.serving.http.RouteSource;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** GET /openapi, and GET /docs with its script and style. */
public final class DocsRoutes implements RouteSource {
    private final List<RouteSource> others;

    /** @param others every other feature */
    public DocsRoutes(List<RouteSource> others) {
        this.others = List.copyOf(others);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/openapi",
                        Access.ANYONE,
                        Operation.of("getOpenApi", "docs", "This document").givesPlain(Content.JSON),
                        ctx -> ctx.contentType(Content.JSON).result(document())),
                Route.get(
                        "/docs",
                        Access.ANYONE,
                        Operation.page("docs", "The API, readably"),
                        file("docs.html", "text/html; charset=utf-8")),
                Route.get(
                        "/docs/docs.js",
                        Access.ANYONE,
                        Operation.page("docsScript", "Its script"),
                        file("docs.js", "text/javascript; charset=utf-8")),
                Route.get(
                        "/docs/docs.css",
                        Access.ANYONE,
                        Operation.page("docsStyle", "Its style"),
                        file("docs.css", "text/css; charset=utf-8")));
    }

    private byte[] document() {
        List<RouteSource> all = new ArrayList<>(others);
        all.add(this);
        return Json.bytes(OpenApi.document(all));
    }

    private static Handler file(String name, String mediaType) {
        byte[] bytes = read(name);
        return ctx -> ctx.contentType(mediaType).result(bytes);
    }

    private static byte[] read(String name) {
        try (InputStream in = DocsRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("%s is missing from the jar: build it anew".formatted(name));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
