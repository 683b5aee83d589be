/** Tests of the mart, and {@link io.arrears.serving.mart.MartFixture}, the mart other tests are run against. */
@NullMarked
package io.arrears.serving.mart;

import org.jspecify.annotations.NullMarked;
