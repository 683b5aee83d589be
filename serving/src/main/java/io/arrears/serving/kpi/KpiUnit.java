package io.arrears.serving.kpi;

import io.arrears.model.account.Coded;

/** What a KPI's value counts. */
enum KpiUnit implements Coded {
    /** An amount in the asked currency. */
    MONEY,
    /** A part of 1, shown in percent. */
    SHARE,
    /** A quotient of like things, shown as it is. */
    RATIO,
    COUNT,
    DAYS,
    /** Cases in every 1,000. */
    PER_1000
}
