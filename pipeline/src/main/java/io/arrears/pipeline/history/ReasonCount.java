package io.arrears.pipeline.history;

/**
 * How many rows of one table were rejected for one reason.
 *
 * @param reason stable code, e.g. {@code unknown_account}
 * @param example where one of them stands and why, without its value: {@code invoices.csv line 17, column amount: …}
 */
public record ReasonCount(String table, String reason, long rejectedRows, String example) {}
