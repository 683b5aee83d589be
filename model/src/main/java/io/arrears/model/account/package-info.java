/**
 * The vocabulary of the house: what an account is and what can happen to it, as typed, validated facts, and
 * {@link io.arrears.model.account.AccountHistory}, whose only door to those facts is {@code knownAt}. This room knows
 * the JDK and nothing else: no files, no models, no rules, no HTTP.
 *
 * <p>Units, everywhere: a {@code …Day} is a count of days since 1970-01-01 ({@link java.time.LocalDate#toEpochDay});
 * a {@code …Micros} is a count of microseconds since 1970-01-01T00:00Z; a {@code …Minor} is an amount in the minor unit
 * of the account's currency. Plain numbers rather than {@code java.time} objects, because the feature fold reads
 * hundreds of millions of them.
 */
@NullMarked
package io.arrears.model.account;

import org.jspecify.annotations.NullMarked;
