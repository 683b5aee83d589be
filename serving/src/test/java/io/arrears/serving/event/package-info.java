/** Tests of live events and their journal. */
@NullMarked
package io.arrears.serving.event;

import org.jspecify.annotations.NullMarked;
