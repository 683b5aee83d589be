/** Tests of the dashboards in a real browser against a real service. */
@NullMarked
package io.arrears.serving.web;

import org.jspecify.annotations.NullMarked;
