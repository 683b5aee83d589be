package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import io.arrears.model.contact.Slot;

/** The answer for one account. */
public sealed interface Decision {
    Arm arm();

    Standing standing();

    /** Contact the debtor within the slot. */
    record Contact(Arm arm, Slot slot, Standing standing) implements Decision {}

    /**
     * Leave the account alone.
     *
     * @param detail in words, e.g. the missing exchange rate
     */
    record Hold(HoldReason reason, String detail, Standing standing) implements Decision {
        @Override
        public Arm arm() {
            return Arm.NONE;
        }
    }
}
