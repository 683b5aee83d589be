/** Tests of the edge. */
@NullMarked
package io.arrears.serving.http;

import org.jspecify.annotations.NullMarked;
