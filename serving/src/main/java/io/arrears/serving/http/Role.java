package io.arrears.serving.http;

import io.arrears.model.account.Coded;

/** Who a caller is to the service. */
public enum Role implements Coded {
    /** A system that asks for scores and decisions. */
    SCORER,
    /** A person who works accounts. */
    COLLECTOR,
    /** A person who builds models and strategies. */
    STRATEGIST,
    /** A person who answers for the figures. */
    MANAGER,
    ADMIN
}
