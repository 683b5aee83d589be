/**
 * From a known history to a vector. A feature is written once, here, over {@link
 * io.arrears.model.account.KnownHistory}; Spark jobs, training and the live service all call the same {@link
 * io.arrears.model.feature.FeatureBuilder}. One small file per feature family. This room knows the vocabulary and
 * nothing of models, files or engines.
 */
@NullMarked
package io.arrears.model.feature;

import org.jspecify.annotations.NullMarked;
