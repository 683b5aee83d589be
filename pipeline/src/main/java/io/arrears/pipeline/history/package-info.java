/**
 * The history lake: every version of every fact, as immutable drops of Parquet under {@code history/drops}, and the
 * generation that says which drops are in force. Facts are bucketed by account and sorted, so that a fold over whole
 * accounts needs no shuffle. Readers open a {@link io.arrears.pipeline.history.HistoryLake}; only ingest writes, through
 * {@link io.arrears.pipeline.history.LakeWriter}. The room knows Spark rows and the columns of a fact; it knows nothing
 * of source files, features or models.
 */
@NullMarked
package io.arrears.pipeline.history;

import org.jspecify.annotations.NullMarked;
