/**
 * Scores of accounts on demand: from the history known now, or one sent along, through the very FeatureBuilder and Scorer
 * the batch uses. Knows the book, the registry and the edge.
 */
@NullMarked
package io.arrears.serving.scores;

import org.jspecify.annotations.NullMarked;
