/**
 * The benchmark of the feature fold against SQL engines on the same Parquet files: {@code pipeline/benchmark/features}.
 * Each contender runs in a process of its own and writes its answers, which must agree. No test: it takes minutes.
 */
package io.arrears.pipeline.benchmark;
