-- title: Roll 1–30 → 31–60
-- definition: Balance 31–60 days past due at the end of a month divided by the balance 1–30 days past due at the end
--   of the month before. A net flow.
-- unit: share
-- period: month
-- better: down
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: nothing was 1–30 days past due the month before
WITH held AS (
  SELECT month_end, coalesce(sum(open_minor) FILTER (bucket = '1-30'), 0) AS younger_minor,
    coalesce(sum(open_minor) FILTER (bucket = '31-60'), 0) AS older_minor
  FROM month GROUP BY month_end)
SELECT now.month_end AS period, now.older_minor / nullif(before.younger_minor, 0) AS value,
  CAST(now.older_minor AS BIGINT) AS rolled_minor, CAST(before.younger_minor AS BIGINT) AS before_minor
FROM held AS now JOIN held AS before ON before.month_end = last_day(now.month_end - INTERVAL 1 MONTH)
ORDER BY period
