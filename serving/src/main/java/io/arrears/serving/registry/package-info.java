/**
 * The models: what the registry holds, how each fared, which is in force. Knows the registry and the edge, nothing of
 * accounts.
 */
@NullMarked
package io.arrears.serving.registry;

import org.jspecify.annotations.NullMarked;
