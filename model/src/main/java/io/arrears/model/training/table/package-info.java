/**
 * Bring your own table: trains on any prepared table of numbers and categories and says, by cross-validation, how good
 * the model is and whom it treats differently. A recipe file may derive columns. Knows nothing of accounts.
 */
@NullMarked
package io.arrears.model.training.table;

import org.jspecify.annotations.NullMarked;
