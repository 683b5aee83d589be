-- title: Collected per month
-- definition: Payments received less payments taken back, by the day paid; whole months only, the last 24. Credit notes
--   and write-offs are not money.
-- unit: money
-- period: month
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
WITH months AS (SELECT DISTINCT month_end AS period FROM month),
received AS (
  SELECT last_day(paid_on) AS period, sum(collected_minor) AS collected_minor, count_if(collected_minor > 0) AS payments
  FROM cash GROUP BY ALL)
SELECT period, CAST(coalesce(collected_minor, 0) AS BIGINT) AS value_minor, coalesce(payments, 0) AS payments
FROM months LEFT JOIN received USING (period) ORDER BY period
