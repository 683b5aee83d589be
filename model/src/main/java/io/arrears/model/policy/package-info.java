/**
 * How versioned policy files (strategies, rule packs) are read: YAML with unknown keys and duplicate keys rejected,
 * every problem collected before anything fails, and a digest by which a decision names the file it followed. This room
 * knows YAML and the closed choices of the vocabulary; it knows nothing of what the files mean.
 */
@NullMarked
package io.arrears.model.policy;

import org.jspecify.annotations.NullMarked;
