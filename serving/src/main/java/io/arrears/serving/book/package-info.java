/**
 * The accounts the service knows: histories from the mart in force with what came in live laid over them. The one place
 * that says what time it is for the book. Knows the mart and the vocabulary, nothing of HTTP or models.
 */
@NullMarked
package io.arrears.serving.book;

import org.jspecify.annotations.NullMarked;
