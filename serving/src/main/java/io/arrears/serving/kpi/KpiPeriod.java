package io.arrears.serving.kpi;

import io.arrears.model.account.Coded;

/** What a row of a KPI's series spans; its {@code period} column is the day that names the span. */
enum KpiPeriod implements Coded {
    /** Named by its Monday. */
    WEEK,
    /** Named by its last day, or the last day known while it is under way. */
    MONTH,
    /** From the first of a month through the day that names it. */
    MONTH_TO_DATE,
    /** The last run alone: no series. */
    SNAPSHOT
}
