/**
 * From outcomes to a registered model: outcome windows, training rows, the split in time, training, evaluation and the
 * model card. Plain JVM: who writes the rows (Spark) and who calls (the verbs) stands outside.
 */
@NullMarked
package io.arrears.model.training;

import org.jspecify.annotations.NullMarked;
