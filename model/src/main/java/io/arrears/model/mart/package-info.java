/**
 * The files in which the modules meet: the columns of a fact in the history lake, and the tables of the DuckDB mart
 * that the pipeline publishes and the service reads. Schemas and codecs only; it knows the vocabulary, not the engines.
 */
@NullMarked
package io.arrears.model.mart;

import org.jspecify.annotations.NullMarked;
