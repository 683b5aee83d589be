/**
 * Learns the response of debtors to contact from logged decisions: a reach-gated logistic regression with Gaussian
 * priors, whose strength is shared across arms. Sees the value types of decisions; knows no files.
 */
@NullMarked
package io.arrears.model.training.response;

import org.jspecify.annotations.NullMarked;
