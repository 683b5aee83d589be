/**
 * Append-only files that survive being killed at any moment: what the service promises to remember goes through here. This
 * room knows bytes and lines, nothing of what they mean.
 */
@NullMarked
package io.arrears.model.journal;

import org.jspecify.annotations.NullMarked;
