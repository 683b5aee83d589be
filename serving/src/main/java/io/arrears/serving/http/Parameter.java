package io.arrears.serving.http;

/**
 * A parameter of a route as documented; those of the path are found from the path.
 *
 * @param type JSON schema type: string, integer or number
 */
public record Parameter(String name, String type, String description) {}
