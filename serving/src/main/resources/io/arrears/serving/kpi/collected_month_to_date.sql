-- title: Collected this month
-- definition: Payments received less payments taken back from the first of the month through the last day known, beside
--   the same days of the twelve months before.
-- unit: money
-- period: month_to_date
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
WITH span AS (
  SELECT CAST(month_start - to_months(CAST(back AS INTEGER)) AS DATE) AS first_day,
    least(first_day + CAST(through - month_start AS INTEGER), last_day(first_day)) AS final_day
  FROM clock, range(13) AS months (back)),
received AS (SELECT paid_on, sum(collected_minor) AS collected_minor FROM cash GROUP BY paid_on)
SELECT final_day AS period, CAST(coalesce(sum(collected_minor), 0) AS BIGINT) AS value_minor
FROM span LEFT JOIN received ON paid_on BETWEEN first_day AND final_day
WHERE first_day >= (SELECT min(issued_on) FROM invoice SEMI JOIN scope USING (account_id))
GROUP BY final_day ORDER BY period
