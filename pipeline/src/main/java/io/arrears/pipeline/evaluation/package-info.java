/**
 * Strategies judged on the log of past decisions: a Spark job asks the assessor what a strategy would have done at each
 * of them, the model's off-policy estimators say what that is worth. No statistics here.
 */
@NullMarked
package io.arrears.pipeline.evaluation;

import org.jspecify.annotations.NullMarked;
