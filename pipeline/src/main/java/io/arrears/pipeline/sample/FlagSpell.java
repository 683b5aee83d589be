package io.arrears.pipeline.sample;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code flags.csv}.
 *
 * @param to last day; absent when it does not end
 * @param knownAt when the creditor learned of it, if later than the day itself
 */
record FlagSpell(
        Kind kind, int from, @Nullable Integer to, @Nullable String knownAt) {
    /** Flags of the sample: does the debtor still pay, and may one contact? */
    enum Kind {
        DECEASED(0, true),
        BANKRUPTCY(0, true),
        ATTORNEY(1, true),
        CEASE_CONTACT(1, true),
        BREATHING_SPACE(0.5, true),
        MORATORIUM(0.5, true),
        IDENTITY_THEFT(0.2, true),
        VULNERABLE(1, false),
        CHARGED_OFF(1, true),
        SOLD(1, true);

        private final double payFactor;
        private final boolean blocksContact;

        Kind(double payFactor, boolean blocksContact) {
            this.payFactor = payFactor;
            this.blocksContact = blocksContact;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean blocksContact() {
            return blocksContact;
        }
    }

    boolean on(int day) {
        return day >= from && (to == null || day <= to);
    }

    double payFactor(int day) {
        return on(day) ? kind.payFactor : 1;
    }
}
