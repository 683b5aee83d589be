/**
 * The API's documentation: an OpenAPI 3.1 document made from the very route table that is served, and an offline page that
 * shows it.
 */
@NullMarked
package io.arrears.serving.docs;

import org.jspecify.annotations.NullMarked;
