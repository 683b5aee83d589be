/** How fast recorded decisions replay, and where the time goes: {@code pipeline/benchmark/replay}. */
@NullMarked
package io.arrears.pipeline.benchmark.replay;

import org.jspecify.annotations.NullMarked;
