/** The contract's tables as CSV, Parquet or Arrow files, from what the jobs wrote. */
@NullMarked
package io.arrears.pipeline.export;

import org.jspecify.annotations.NullMarked;
