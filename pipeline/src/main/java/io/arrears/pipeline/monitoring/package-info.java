/**
 * The model in force held against its book: a Spark job takes today's rows and those of earlier cycles with their
 * outcomes, the model's checks say what has moved, the book's plan which decisions that touches. No statistics here.
 */
@NullMarked
package io.arrears.pipeline.monitoring;

import org.jspecify.annotations.NullMarked;
