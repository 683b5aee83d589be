/** Tests of the models' routes. */
@NullMarked
package io.arrears.serving.registry;

import org.jspecify.annotations.NullMarked;
