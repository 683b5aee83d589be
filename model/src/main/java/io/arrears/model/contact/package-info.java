/**
 * Contact law as data: versioned rule packs say which channels are legal when, count what the law counts, and every
 * verdict names its rule, what it counted and the earliest next legal contact. This room knows the vocabulary and how
 * policy files are read; it knows nothing of values, models or strategies.
 */
@NullMarked
package io.arrears.model.contact;

import org.jspecify.annotations.NullMarked;
