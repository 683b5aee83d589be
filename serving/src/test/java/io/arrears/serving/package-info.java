/** Tests of the whole service over HTTP, and {@link io.arrears.serving.TestService}, which runs it. */
@NullMarked
package io.arrears.serving;

import org.jspecify.annotations.NullMarked;
