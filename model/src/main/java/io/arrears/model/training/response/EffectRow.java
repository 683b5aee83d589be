package io.arrears.model.training.response;

/**
 * One logged decision as numbers.
 *
 * @param base log-odds of the base score
 * @param dose whether (1 or 0), or how likely, the contact works: reaching the debtor where only that counts, 0 for
 *     {@code none}
 * @param selection index of the coefficient that says how much readier those reached are, -1 = none
 * @param surprise 1 less the chance of reaching a debtor who was reached, 0 less it for one who was not
 * @param terms indexes of the coefficients of the effect
 * @param values by which they are multiplied
 * @param weight importance against the logged policy
 */
@SuppressWarnings("ArrayRecordComponent")
record EffectRow(
        double base,
        double dose,
        int selection,
        double surprise,
        int[] terms,
        double[] values,
        double weight,
        boolean paid) {}
