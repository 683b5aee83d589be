/**
 * The published plan as work lists: ranked, cut by capacity, filtered and paged. Knows the mart and the edge.
 */
@NullMarked
package io.arrears.serving.worklist;

import org.jspecify.annotations.NullMarked;
