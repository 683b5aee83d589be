package io.arrears.model.training;

/**
 * How far ahead outcomes look, in days: the window of as-of day D is D to D + days - 1.
 *
 * @param payDays of payments
 * @param rollDays of becoming 90 days past due
 */
public record OutcomeWindow(int payDays, int rollDays) {
    /** 30 days for payments, 180 for rolling. */
    public static final OutcomeWindow STANDARD = new OutcomeWindow(30, 180);

    public OutcomeWindow {
        if (payDays < 1 || rollDays < 1) {
            throw new IllegalArgumentException(
                    "outcome windows of %d and %d days: use at least 1 day each".formatted(payDays, rollDays));
        }
    }
}
