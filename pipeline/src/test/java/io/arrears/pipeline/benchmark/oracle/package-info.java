/**
 * The benchmark of what an arm is worth, against the truth of sample portfolios: {@code pipeline/benchmark/oracle}. The
 * product sees the drop alone; the truth beside it judges what the contenders would do, and teaches nobody but the
 * contender that shows what is observable at all. No test: it takes minutes.
 */
@NullMarked
package io.arrears.pipeline.benchmark.oracle;

import org.jspecify.annotations.NullMarked;
