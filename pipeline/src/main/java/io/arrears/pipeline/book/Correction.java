package io.arrears.pipeline.book;

import java.io.Serializable;

/** What a probability to pay should have been. */
@FunctionalInterface
public interface Correction extends Serializable {
    /** @param receivableType code of the account's type */
    double of(double probability, String receivableType);
}
