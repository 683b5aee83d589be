/**
 * Point-in-time rows for training: the Spark jobs that call the model's fold at several as-of dates and pair each
 * vector with what happened afterwards. Training itself is the model's, in a plain JVM.
 */
@NullMarked
package io.arrears.pipeline.training;

import org.jspecify.annotations.NullMarked;
