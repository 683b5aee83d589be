/**
 * What may be chosen for an account and what each choice is worth: the strategy file, the response of debtors to
 * contact, values per arm, the allocation of scarce capacity with its prices, and decisions with their record. This room
 * sees the vocabulary, contact law and the value types of scoring; it knows no trained score model, no Spark, no HTTP.
 */
@NullMarked
package io.arrears.model.decision;

import org.jspecify.annotations.NullMarked;
