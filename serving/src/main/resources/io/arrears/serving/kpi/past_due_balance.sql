-- title: Past due balance
-- definition: The part of the open balance whose due date has passed, at the end of each month and of the last day
--   known. Accounts that are sold are left out.
-- unit: money
-- period: month
-- better: down
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no account in this slice
WITH point AS (
  SELECT month_end AS period, past_due_minor, bucket FROM month
  UNION ALL
  SELECT through, past_due_minor, bucket FROM scope, clock WHERE through <> last_day(through))
SELECT period, CAST(sum(past_due_minor) FILTER (bucket <> 'SOLD') AS BIGINT) AS value_minor,
  count_if(past_due_minor > 0 AND bucket <> 'SOLD') AS accounts
FROM point GROUP BY period ORDER BY period
