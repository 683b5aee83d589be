package io.arrears.serving.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the dashboards on the class path. */
final class Assets {
    private static final Pattern SAFE = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*\\.(css|js|svg)");

    private Assets() {}

    /** A style sheet, module or picture under {@code static/}; empty when there is none of that name. */
    static Optional<byte[]> find(String path) {
        return SAFE.matcher(path).matches() ? read("static/" + path) : Optional.empty();
    }

    /** The text of a fragment under {@code pages/}. */
    static String page(String name) {
        return read("pages/" + name + ".html")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException(
                        "web/pages/%s.html is missing from the jar: build it anew".formatted(name)));
    }

    static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "text/javascript; charset=utf-8";
        };
    }

    private static Optional<byte[]> read(String path) {
        try (InputStream stream = Assets.class.getResourceAsStream(path)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
