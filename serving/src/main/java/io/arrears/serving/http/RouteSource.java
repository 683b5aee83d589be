package io.arrears.serving.http;

import java.util.List;

/**
 * A feature's routes. The feature's {@code schemas.json}, a JSON object of JSON schemas by name, stands in the resources
 * beside the implementing class when its routes take or give JSON.
 */
@FunctionalInterface
public interface RouteSource {
    List<Route> routes();
}
