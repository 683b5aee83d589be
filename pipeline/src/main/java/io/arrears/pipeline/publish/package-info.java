/**
 * Publishing the mart: Parquet written by the jobs, loaded and joined by DuckDB into one immutable file, put in force
 * by replacing a pointer.
 */
@NullMarked
package io.arrears.pipeline.publish;

import org.jspecify.annotations.NullMarked;
