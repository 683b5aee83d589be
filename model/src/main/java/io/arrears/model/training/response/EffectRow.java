package io.arrears.model.training.response;

/**
 * One logged decision as numbers.
 *
 * @param base log-odds of the base score
 * @param dose probability that the contact can work: of reaching the debtor where only that counts, 0 for {@code none}
 * @param terms indexes of the coefficients of the effect
 * @param values by which they are multiplied
 * @param weight importance against the logged policy
 */
@SuppressWarnings("ArrayRecordComponent")
record EffectRow(double base, double dose, int[] terms, double[] values, double weight, boolean paid) {}
