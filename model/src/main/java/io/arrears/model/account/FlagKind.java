package io.arrears.model.account;

/** A state of the account or its debtor that changes what may be done. */
public enum FlagKind implements Coded {
    DECEASED,
    BANKRUPTCY,
    CEASE_CONTACT,
    ATTORNEY,
    VULNERABLE,
    BREATHING_SPACE,
    MORATORIUM,
    IDENTITY_THEFT,
    CHARGED_OFF,
    SOLD
}
