/**
 * Executes the notebooks for strategy teams headless, as a reader of this repository would: on a real run, with a real
 * Jupyter and the Java kernel. Knows the verbs and the notebooks' files, nothing behind them.
 */
@NullMarked
package io.arrears.pipeline.notebook;

import org.jspecify.annotations.NullMarked;
