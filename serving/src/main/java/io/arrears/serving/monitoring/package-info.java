/**
 * What the checks of the model in force found, as published: alarms, calibration over cycles, what moved. Knows the mart
 * and the edge; judges nothing itself.
 */
@NullMarked
package io.arrears.serving.monitoring;

import org.jspecify.annotations.NullMarked;
