/**
 * From a vector to calibrated scores and their reasons: the scorer, calibration, the model artefact and the registry of
 * artefacts. With {@code training} the only room that sees Tribuo; it knows features and nothing of decisions.
 */
@NullMarked
package io.arrears.model.scoring;

import org.jspecify.annotations.NullMarked;
