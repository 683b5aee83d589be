/**
 * The dashboards: pages as static HTML in one frame, filled in the browser by small ES modules from the same JSON that
 * the API gives. Nothing is computed here; this room knows neither the mart nor the model.
 */
@NullMarked
package io.arrears.serving.web;

import org.jspecify.annotations.NullMarked;
