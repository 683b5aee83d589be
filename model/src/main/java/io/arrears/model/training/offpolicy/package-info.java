/**
 * What a strategy would have earned, from decisions that another policy made with known probabilities: estimators with
 * intervals, and the refusal to estimate where the log says too little. Plain arrays; knows nothing of accounts, arms or
 * money.
 */
@NullMarked
package io.arrears.model.training.offpolicy;

import org.jspecify.annotations.NullMarked;
