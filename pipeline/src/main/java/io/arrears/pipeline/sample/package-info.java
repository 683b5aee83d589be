/**
 * A synthetic portfolio with its truth: debtors with hidden ability and willingness, the bills they get, what they pay
 * and how they answer a logged, randomised contact policy.
 *
 * <p>The room is a generative model and a writer. It produces the canonical source drop and, beside it, what no real
 * book can tell: how likely each account was to pay under every arm. Both come from the same functions
 * ({@link io.arrears.pipeline.sample.Behaviour}, {@link io.arrears.pipeline.sample.Response}): the drop draws from
 * them, {@link io.arrears.pipeline.sample.Outlook} integrates over them. Everything is a function of seed, account and
 * day, so an account looks the same in a portfolio of ten and of ten million, and the bytes are the same on every
 * machine.
 *
 * <p>It must not know Spark, the history format, or anything that learns from the drop.
 */
@NullMarked
package io.arrears.pipeline.sample;

import org.jspecify.annotations.NullMarked;
