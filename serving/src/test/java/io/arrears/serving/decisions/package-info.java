/** Tests of decisions and their record. */
@NullMarked
package io.arrears.serving.decisions;

import org.jspecify.annotations.NullMarked;
