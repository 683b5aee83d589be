/**
 * How the service fares: liveness, readiness, the run in force and Prometheus metrics. Knows the mart and the edge,
 * nothing of accounts.
 */
@NullMarked
package io.arrears.serving.operation;

import org.jspecify.annotations.NullMarked;
