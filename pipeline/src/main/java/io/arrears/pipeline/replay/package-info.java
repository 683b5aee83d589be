/**
 * Recorded decisions made anew from the artefacts they name, and their vectors anew from the history. Reads what the
 * service wrote; writes nothing.
 */
@NullMarked
package io.arrears.pipeline.replay;

import org.jspecify.annotations.NullMarked;
