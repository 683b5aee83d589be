/**
 * Live events: checked, written to the journal and forced to disk, laid over the book, and only then acknowledged, so that
 * the next answer knows them and none is lost. Knows the book and the edge, nothing of models.
 */
@NullMarked
package io.arrears.serving.event;

import org.jspecify.annotations.NullMarked;
