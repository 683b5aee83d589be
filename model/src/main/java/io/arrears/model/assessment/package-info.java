/**
 * The one call shared by batch and online: from a known history to scores, legal slots and the value of every arm
 * ({@link io.arrears.model.assessment.Assessor}), from there to a decision under prices ({@link
 * io.arrears.model.assessment.Decider}), its record and its replay. This room sees every other room of the model but
 * training; it knows no Spark and no HTTP.
 */
@NullMarked
package io.arrears.model.assessment;

import org.jspecify.annotations.NullMarked;
