package io.arrears.pipeline.benchmark;

import io.arrears.model.account.Days;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The same features in SQL, over a view {@code facts} with the columns of the lake. */
final class SqlText {
    /** What {@code features.sql} selects beside the account. */
    static final List<String> FEATURES = List.of(
            "account_age_days",
            "days_since_last_payment",
            "days_since_first_payment",
            "payments_total",
            "payments_30d",
            "payments_90d",
            "payments_180d",
            "payments_365d",
            "paid_amount_30d",
            "paid_amount_90d",
            "paid_amount_365d",
            "mean_payment_amount",
            "last_payment_amount",
            "last_payment_relative",
            "paid_to_billed_ratio",
            "paid_to_due_180d_ratio",
            "open_to_paid_90d_ratio",
            "adjusted_to_billed_ratio",
            "reversals_180d",
            "reversals_total",
            "reversal_share",
            "days_since_last_reversal",
            "items_billed",
            "mean_item_amount",
            "last_item_amount",
            "last_item_relative",
            "item_amount_growth",
            "last_item_term_days",
            "last_item_age_days",
            "mean_item_gap_days",
            "fee_share",
            "open_balance",
            "credit_balance");

    /** The quicker of the ways tried with DuckDB: few facts have several versions, and the join is small. */
    private static final String LATEST_BY_JOIN = """
            corrected AS MATERIALIZED (
                SELECT account_id, fact, key, max(known_us) AS last_us FROM known
                GROUP BY account_id, fact, key HAVING count(*) > 1
            ), latest AS NOT MATERIALIZED (
                SELECT k.* FROM known k LEFT JOIN corrected c
                    ON k.account_id = c.account_id AND k.fact = c.fact AND k.key = c.key
                WHERE last_us IS NULL OR known_us = last_us
            )""";

    /** One shuffle instead of two. */
    private static final String LATEST_BY_WINDOW = """
            numbered AS (
                SELECT *, row_number() OVER (PARTITION BY account_id, fact, key ORDER BY known_us DESC) AS version
                FROM known
            ), latest AS (SELECT * FROM numbered WHERE version = 1)""";

    private static final String ALL_VERSIONS = "latest AS NOT MATERIALIZED (SELECT * FROM known)";

    private SqlText() {}

    static String forDuckDb(int asOfDay) throws IOException {
        return text(asOfDay, LATEST_BY_JOIN, "NOT MATERIALIZED");
    }

    static String forSpark(int asOfDay) throws IOException {
        return text(asOfDay, LATEST_BY_WINDOW, "");
    }

    /** Every version counts: quicker, and wrong where a fact was corrected. */
    static String blindToCorrections(int asOfDay) throws IOException {
        return text(asOfDay, ALL_VERSIONS, "NOT MATERIALIZED");
    }

    private static String text(int asOfDay, String latest, String inline) throws IOException {
        try (InputStream in = SqlText.class.getResourceAsStream("features.sql")) {
            if (in == null) {
                throw new IllegalStateException("features.sql is not on the class path: build the tests anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${day}", Integer.toString(asOfDay))
                    .replace("${known_us}", Long.toString(Days.startMicros(asOfDay)))
                    .replace("${latest}", latest)
                    .replace("${inline}", inline);
        }
    }
}
