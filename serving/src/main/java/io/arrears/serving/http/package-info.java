/**
 * The edge: the table of routes and what every route shares (who may call, problem answers, headers, access log,
 * limits). A feature hands its {@link io.arrears.serving.http.Route}s in through a
 * {@link io.arrears.serving.http.RouteSource}; this room knows no feature. Only this room and the features'
 * {@code …Routes} and {@code …Page…} classes see Javalin.
 */
@NullMarked
package io.arrears.serving.http;

import org.jspecify.annotations.NullMarked;
