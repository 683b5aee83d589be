package io.arrears.model.account;

/** Who collects: the creditor itself or an agency for it. Several contact laws bind only one of them. */
public enum Party implements Coded {
    FIRST_PARTY,
    THIRD_PARTY
}
