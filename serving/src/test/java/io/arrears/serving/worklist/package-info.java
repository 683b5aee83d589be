/** Tests of work lists. */
@NullMarked
package io.arrears.serving.worklist;

import org.jspecify.annotations.NullMarked;
