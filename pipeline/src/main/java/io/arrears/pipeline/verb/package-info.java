/**
 * The verbs of the product, one file each: they read options, call a job, and say what came of it. No logic of the
 * domain lives here; exit codes, {@code --json} and progress do.
 */
@NullMarked
package io.arrears.pipeline.verb;

import org.jspecify.annotations.NullMarked;
