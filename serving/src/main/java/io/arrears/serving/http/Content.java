package io.arrears.serving.http;

import org.jspecify.annotations.Nullable;

/**
 * A body a route takes or gives.
 *
 * @param schema name of a schema in the {@code schemas.json} beside the feature's RouteSource; absent: not JSON
 */
public record Content(String mediaType, @Nullable String schema) {
    public static final String JSON = "application/json";
    public static final String CSV = "text/csv";
    public static final String ARROW = "application/vnd.apache.arrow.stream";
}
