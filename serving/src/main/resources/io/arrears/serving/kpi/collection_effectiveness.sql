-- title: Collection effectiveness index
-- definition: (opening + billed − closing) ÷ (opening + billed − closing not yet due) for one month, on open balances.
--   1 means that everything that could be collected was.
-- unit: share
-- period: month
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: nothing could be collected in the month
WITH total AS (
  SELECT month_end, sum(open_minor) AS open_minor, sum(open_minor - past_due_minor) AS not_due_minor,
    sum(billed_minor) AS billed_minor
  FROM month GROUP BY month_end),
part AS (
  SELECT now.month_end AS period, before.open_minor + now.billed_minor - now.open_minor AS gone_minor,
    before.open_minor + now.billed_minor - now.not_due_minor AS collectable_minor
  FROM total AS now JOIN total AS before ON before.month_end = last_day(now.month_end - INTERVAL 1 MONTH))
SELECT period, CASE WHEN collectable_minor > 0 THEN gone_minor / collectable_minor END AS value,
  CAST(gone_minor AS BIGINT) AS gone_minor, CAST(collectable_minor AS BIGINT) AS collectable_minor
FROM part ORDER BY period
