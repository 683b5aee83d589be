-- title: Open balance
-- definition: Unpaid amount of all items of accounts that are not sold, at the end of each month and of the last day
--   known. An account's credit is not set off.
-- unit: money
-- period: month
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no account in this slice
WITH point AS (
  SELECT month_end AS period, open_minor, bucket FROM month
  UNION ALL
  SELECT through, open_minor, bucket FROM scope, clock WHERE through <> last_day(through))
SELECT period, CAST(sum(open_minor) FILTER (bucket <> 'SOLD') AS BIGINT) AS value_minor,
  count_if(open_minor > 0 AND bucket <> 'SOLD') AS accounts
FROM point GROUP BY period ORDER BY period
