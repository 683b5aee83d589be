package io.arrears.model.contact;

import io.arrears.model.account.Coded;

/** How hard a rule binds, and what it does in a plan. */
public enum Severity implements Coded {
    /** Forbidden: no arm passes. */
    BLOCK,
    /** Presumed a violation, which could be rebutted in court: no arm passes either, and the verdict says so. */
    PRESUMPTION,
    /** Recommended: binds every arm but those for which the strategy says {@code beyond_recommended: true}. */
    RECOMMEND
}
