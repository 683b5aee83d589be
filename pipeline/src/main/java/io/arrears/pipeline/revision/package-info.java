/** Which code is running: what every artefact and mart says of its origin. */
@NullMarked
package io.arrears.pipeline.revision;

import org.jspecify.annotations.NullMarked;
