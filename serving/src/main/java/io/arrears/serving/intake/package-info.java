/**
 * From JSON in canonical columns to facts: strict, exact to the minor unit, every error with the path of its field. The
 * rules are those of ingest, so that a fact means the same whichever way it comes in. Knows JSON trees and the
 * vocabulary, nothing of HTTP calls, files or models.
 */
@NullMarked
package io.arrears.serving.intake;

import org.jspecify.annotations.NullMarked;
