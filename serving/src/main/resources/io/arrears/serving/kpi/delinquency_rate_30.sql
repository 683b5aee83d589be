-- title: Delinquency rate 30+
-- definition: Open balance of accounts whose oldest open item is 30 or more days past due, divided by the open balance
--   of all accounts that are not sold. Anchored on the due date; whole account balance.
-- unit: share
-- period: month
-- better: down
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: nothing was open
WITH point AS (
  SELECT month_end AS period, open_minor, days_past_due FROM month WHERE bucket <> 'SOLD'
  UNION ALL
  SELECT through, open_minor, days_past_due FROM scope, clock
  WHERE bucket <> 'SOLD' AND through <> last_day(through))
SELECT period, sum(open_minor) FILTER (days_past_due >= 30) / nullif(sum(open_minor), 0) AS value,
  CAST(coalesce(sum(open_minor) FILTER (days_past_due >= 30), 0) AS BIGINT) AS delinquent_minor,
  CAST(sum(open_minor) AS BIGINT) AS open_minor
FROM point GROUP BY period ORDER BY period
