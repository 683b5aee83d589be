package io.arrears.model.decision;

/**
 * How much is left to chance, so that the next models can learn.
 *
 * @param holdoutShare share of accounts never contacted, chosen once and for ever by their id
 * @param floor least probability of every allowed arm, {@code none} included
 * @param salt keeps the draws of two books apart; changing it draws a new hold-out
 */
public record Exploration(double holdoutShare, double floor, String salt) {
    public static final Exploration OFF = new Exploration(0, 0, "arrears");
}
