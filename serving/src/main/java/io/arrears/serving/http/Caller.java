package io.arrears.serving.http;

/**
 * Who calls: a role and how it was shown.
 *
 * @param name for the log: {@code local}, or {@code key-} and the first digits of the key's hash
 */
public record Caller(Role role, String name) {}
