/**
 * The model in force held against its book: a Spark job takes today's rows and those of a month ago with their outcomes,
 * the model's checks say what has moved. No statistics here.
 */
@NullMarked
package io.arrears.pipeline.monitoring;

import org.jspecify.annotations.NullMarked;
