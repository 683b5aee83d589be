/**
 * The book as of a day: the Spark jobs that call the model's fold, scorer and assessor once per account and write what
 * they answer. They group nothing themselves and know no formula.
 */
@NullMarked
package io.arrears.pipeline.book;

import org.jspecify.annotations.NullMarked;
