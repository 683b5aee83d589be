package io.arrears.serving.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field path from the body's root, e.g. {@code payments[2].amount}
 */
public record FieldError(String field, String message) {}
