/**
 * Next best action for one account, asked alone: the plan's strategy and prices, the model in force and contact law,
 * through the very Assessor and Decider the plan uses; every answer recorded and replayable. Knows the book, the mart,
 * the registry and the edge.
 */
@NullMarked
package io.arrears.serving.decisions;

import org.jspecify.annotations.NullMarked;
