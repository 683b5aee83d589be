package io.arrears.model.contact;

import java.io.Serializable;
import java.time.Instant;

/** A stretch of time in which a contact is legal: from {@code notBefore} until just before {@code notAfter}. */
public record Slot(Instant notBefore, Instant notAfter) implements Serializable {
    public Slot {
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException("slot from %s to %s is empty".formatted(notBefore, notAfter));
        }
    }
}
