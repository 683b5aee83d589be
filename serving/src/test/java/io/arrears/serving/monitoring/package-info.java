@NullMarked
package io.arrears.serving.monitoring;

import org.jspecify.annotations.NullMarked;
