/** DuckDB inside this process: the engine for selections and joins over what the jobs wrote. It knows no table. */
@NullMarked
package io.arrears.pipeline.sql;

import org.jspecify.annotations.NullMarked;
