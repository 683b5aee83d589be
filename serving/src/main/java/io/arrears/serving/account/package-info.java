/**
 * One account for the person or system that works it: balances, open items, timeline, scores with reasons, plan, values
 * of the arms and contacts made lately. Knows the book, the mart and the edge.
 */
@NullMarked
package io.arrears.serving.account;

import org.jspecify.annotations.NullMarked;
