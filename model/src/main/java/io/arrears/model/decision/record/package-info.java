/**
 * The append-only record of decisions: one JSON line each, chained by SHA-256, so that a changed, missing or reordered
 * record is found. This room knows lines and hashes and nothing of what the records say.
 */
@NullMarked
package io.arrears.model.decision.record;

import org.jspecify.annotations.NullMarked;
