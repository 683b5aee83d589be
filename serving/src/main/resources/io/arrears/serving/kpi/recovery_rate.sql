-- title: Recovery rate
-- definition: Money collected in the month divided by the open balance at its start. (A rival formula divides by the
--   amount placed.)
-- unit: share
-- period: month
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: nothing was open at the start of the month
WITH total AS (
  SELECT month_end, sum(open_minor) AS open_minor, sum(paid_minor) AS collected_minor FROM month GROUP BY month_end)
SELECT now.month_end AS period, now.collected_minor / nullif(before.open_minor, 0) AS value,
  CAST(now.collected_minor AS BIGINT) AS collected_minor, CAST(before.open_minor AS BIGINT) AS opening_minor
FROM total AS now JOIN total AS before ON before.month_end = last_day(now.month_end - INTERVAL 1 MONTH)
ORDER BY period
