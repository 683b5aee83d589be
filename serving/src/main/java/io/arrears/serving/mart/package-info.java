/**
 * The published mart as the service sees it: whichever run {@code mart/CURRENT} names, opened read-only, swapped
 * atomically when a new run is published while readers of the old one finish. SQL goes in, values come out; this room
 * knows nothing of HTTP.
 */
@NullMarked
package io.arrears.serving.mart;

import org.jspecify.annotations.NullMarked;
