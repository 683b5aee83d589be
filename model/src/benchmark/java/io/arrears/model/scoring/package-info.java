/**
 * How fast the scorer is, beside its peers in the same run. See docs/scoring.md for the command. Not part of the build: a
 * figure depends on the machine, a ratio less so.
 */
@org.jspecify.annotations.NullMarked
package io.arrears.model.scoring;
