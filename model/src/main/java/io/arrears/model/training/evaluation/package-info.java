/**
 * How good a probability is: discrimination, calibration and lift, with intervals, over plain arrays. Knows nothing of
 * models or accounts.
 */
@NullMarked
package io.arrears.model.training.evaluation;

import org.jspecify.annotations.NullMarked;
