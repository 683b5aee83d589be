/** Tests of health, readiness and metrics. */
@NullMarked
package io.arrears.serving.operation;

import org.jspecify.annotations.NullMarked;
