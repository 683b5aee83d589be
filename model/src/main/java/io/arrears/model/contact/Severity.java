package io.arrears.model.contact;

import io.arrears.model.account.Coded;

/** How hard a rule binds. The house keeps all of them alike; the word is told with the verdict's citation. */
public enum Severity implements Coded {
    BLOCK,
    PRESUMPTION,
    RECOMMEND
}
