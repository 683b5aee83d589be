/** Tests of scores, and {@link io.arrears.serving.scores.ModelFixture}, the model other tests score with. */
@NullMarked
package io.arrears.serving.scores;

import org.jspecify.annotations.NullMarked;
