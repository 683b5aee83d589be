package io.arrears.serving.kpi;

import io.arrears.model.account.Coded;

/** Which way of moving is good news. */
enum Better implements Coded {
    UP,
    DOWN,
    NONE
}
