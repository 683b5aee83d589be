/**
 * The learners: trees and logistic regression on Tribuo, and calibration. They see a matrix of features and labels, not
 * accounts. Everything is seeded and runs on one thread, so equal rows and settings give equal models.
 */
@NullMarked
package io.arrears.model.training.learner;

import org.jspecify.annotations.NullMarked;
