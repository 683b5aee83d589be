/**
 * Whether a model in force still fits its book: how far inputs and scores have moved, and whether outcomes that have
 * matured agree with what was predicted of them, cycle after cycle. What is usual is learned from the cycles themselves,
 * so that alarms come at a stated rate. Plain arrays; knows nothing of accounts or files.
 */
@NullMarked
package io.arrears.model.training.monitoring;

import org.jspecify.annotations.NullMarked;
