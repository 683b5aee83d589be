/**
 * From a source drop to the lake. Files are read row by row in Spark tasks, named in canonical columns (directly, or
 * through a mapping), brought together per account in one shuffle, turned into facts, checked against the rules and
 * the lake, and committed as one immutable drop; what breaks a rule goes to quarantine with file, line, column, value
 * and reason. The room knows source formats, the canonical tables and the lake's writing side; it knows nothing of
 * features, models or verbs. Values of a source may be personal: they stand in the quarantine file and nowhere else.
 */
@NullMarked
package io.arrears.pipeline.ingest;

import org.jspecify.annotations.NullMarked;
