package io.arrears.serving.http;

/** Is told of every answered call. Called from many threads. */
@FunctionalInterface
public interface Meter {
    /**
     * @param route the route's path as in the table, {@code other} when none matched
     */
    void record(String method, String route, int status, double seconds);
}
