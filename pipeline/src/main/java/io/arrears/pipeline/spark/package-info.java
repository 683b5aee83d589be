/**
 * How the engine is started: one place for a Spark session's settings on a small machine. It knows Spark and nothing
 * of accounts.
 */
@NullMarked
package io.arrears.pipeline.spark;

import org.jspecify.annotations.NullMarked;
