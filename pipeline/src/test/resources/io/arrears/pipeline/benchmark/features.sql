-- The features of the contest as of one day, for DuckDB and Spark SQL alike. ${...} is put in by SqlText:
-- day and known_us say as of when; latest holds of each known fact the version known last; inline keeps DuckDB from
-- holding in memory what is quicker to read again.
WITH known AS ${inline} (
    SELECT account_id, fact, key, event_day, known_us, due_day, amount_minor, kind, reverses
    FROM facts
    WHERE known_us <= ${known_us} AND fact IN ('accounts', 'invoices', 'payments')
), ${latest}, standing AS ${inline} (
    SELECT * FROM latest WHERE event_day <= ${day}
), taken_back AS (
    SELECT account_id, reverses, sum(amount_minor) AS minor
    FROM standing WHERE fact = 'payments' AND kind = 'reversal'
    GROUP BY account_id, reverses
), events AS (
    SELECT s.account_id, fact, event_day, due_day, amount_minor, kind,
        CASE WHEN fact = 'payments' AND kind = 'payment' AND amount_minor > coalesce(t.minor, 0)
            THEN amount_minor - coalesce(t.minor, 0) END AS received
    FROM standing s LEFT JOIN taken_back t
        ON s.account_id = t.account_id AND CASE WHEN s.fact = 'payments' THEN s.key END = t.reverses
), sums AS (
    SELECT account_id,
        max(event_day) FILTER (WHERE fact = 'accounts') AS opened,
        max(event_day) FILTER (WHERE received > 0) AS last_pay,
        min(event_day) FILTER (WHERE received > 0) AS first_pay,
        count(received) AS pays,
        count(received) FILTER (WHERE event_day >= ${day} - 30) AS pays_30,
        count(received) FILTER (WHERE event_day >= ${day} - 90) AS pays_90,
        count(received) FILTER (WHERE event_day >= ${day} - 180) AS pays_180,
        count(received) FILTER (WHERE event_day >= ${day} - 365) AS pays_365,
        sum(received) AS received,
        coalesce(sum(received) FILTER (WHERE event_day >= ${day} - 30), 0) AS received_30,
        coalesce(sum(received) FILTER (WHERE event_day >= ${day} - 90), 0) AS received_90,
        coalesce(sum(received) FILTER (WHERE event_day >= ${day} - 180), 0) AS received_180,
        coalesce(sum(received) FILTER (WHERE event_day >= ${day} - 365), 0) AS received_365,
        max_by(received, event_day) FILTER (WHERE received > 0) AS last_received,
        coalesce(sum(amount_minor) FILTER (WHERE kind = 'payment'), 0)
            - coalesce(sum(amount_minor) FILTER (WHERE kind = 'reversal'), 0) AS paid,
        coalesce(sum(amount_minor) FILTER (
            WHERE fact = 'payments' AND kind IN ('credit_note', 'write_off', 'settlement_write_off')), 0) AS adjusted,
        count(*) FILTER (WHERE kind = 'payment') AS payment_rows,
        count(*) FILTER (WHERE kind = 'reversal') AS reversals,
        count(*) FILTER (WHERE kind = 'reversal' AND event_day >= ${day} - 180) AS reversals_180,
        max(event_day) FILTER (WHERE kind = 'reversal') AS last_reversal,
        count(*) FILTER (WHERE fact = 'invoices') AS items,
        coalesce(sum(amount_minor) FILTER (WHERE fact = 'invoices'), 0) AS billed,
        coalesce(sum(amount_minor) FILTER (WHERE fact = 'invoices' AND kind IN ('fee', 'interest')), 0) AS fees,
        sum(amount_minor) FILTER (
            WHERE fact = 'invoices' AND due_day >= ${day} - 180 AND due_day < ${day}) AS due_180,
        max_by(amount_minor, event_day) FILTER (WHERE fact = 'invoices') AS last_item,
        min_by(amount_minor, event_day) FILTER (WHERE fact = 'invoices') AS first_item,
        max_by(due_day, event_day) FILTER (WHERE fact = 'invoices') AS last_due,
        max(event_day) FILTER (WHERE fact = 'invoices') AS last_issued,
        min(event_day) FILTER (WHERE fact = 'invoices') AS first_issued
    FROM events GROUP BY account_id
)
SELECT account_id,
    CAST(${day} - opened AS FLOAT) AS account_age_days,
    CAST(${day} - last_pay AS FLOAT) AS days_since_last_payment,
    CAST(${day} - first_pay AS FLOAT) AS days_since_first_payment,
    CAST(pays AS FLOAT) AS payments_total,
    CAST(pays_30 AS FLOAT) AS payments_30d,
    CAST(pays_90 AS FLOAT) AS payments_90d,
    CAST(pays_180 AS FLOAT) AS payments_180d,
    CAST(pays_365 AS FLOAT) AS payments_365d,
    CAST(received_30 / 100.0 AS FLOAT) AS paid_amount_30d,
    CAST(received_90 / 100.0 AS FLOAT) AS paid_amount_90d,
    CAST(received_365 / 100.0 AS FLOAT) AS paid_amount_365d,
    CAST(received / 100.0 / nullif(pays, 0) AS FLOAT) AS mean_payment_amount,
    CAST(last_received / 100.0 AS FLOAT) AS last_payment_amount,
    CAST(CAST(last_received AS DOUBLE) * pays / nullif(received, 0) AS FLOAT) AS last_payment_relative,
    CAST(CAST(paid AS DOUBLE) / nullif(billed, 0) AS FLOAT) AS paid_to_billed_ratio,
    CAST(CAST(received_180 AS DOUBLE) / nullif(due_180, 0) AS FLOAT) AS paid_to_due_180d_ratio,
    CAST(CAST(greatest(billed - paid - adjusted, 0) AS DOUBLE) / nullif(received_90, 0) AS FLOAT)
        AS open_to_paid_90d_ratio,
    CAST(CAST(adjusted AS DOUBLE) / nullif(billed, 0) AS FLOAT) AS adjusted_to_billed_ratio,
    CAST(reversals_180 AS FLOAT) AS reversals_180d,
    CAST(reversals AS FLOAT) AS reversals_total,
    CAST(CAST(reversals AS DOUBLE) / nullif(payment_rows, 0) AS FLOAT) AS reversal_share,
    CAST(${day} - last_reversal AS FLOAT) AS days_since_last_reversal,
    CAST(items AS FLOAT) AS items_billed,
    CAST(billed / 100.0 / nullif(items, 0) AS FLOAT) AS mean_item_amount,
    CAST(last_item / 100.0 AS FLOAT) AS last_item_amount,
    CAST(CAST(last_item AS DOUBLE) * (items - 1) / nullif(billed - last_item, 0) AS FLOAT) AS last_item_relative,
    CAST(CAST(last_item AS DOUBLE) / first_item AS FLOAT) AS item_amount_growth,
    CAST(last_due - last_issued AS FLOAT) AS last_item_term_days,
    CAST(${day} - last_issued AS FLOAT) AS last_item_age_days,
    CAST(CAST(last_issued - first_issued AS DOUBLE) / nullif(items - 1, 0) AS FLOAT) AS mean_item_gap_days,
    CAST(CAST(fees AS DOUBLE) / nullif(billed, 0) AS FLOAT) AS fee_share,
    CAST(greatest(billed - paid - adjusted, 0) / 100.0 AS FLOAT) AS open_balance,
    CAST(greatest(paid + adjusted - billed, 0) / 100.0 AS FLOAT) AS credit_balance
FROM sums WHERE opened IS NOT NULL
