-- title: Ageing
-- definition: Open balance and number of open accounts by the age of the account's oldest open item, in days past its due
--   date, at the end of each month and of the last day known. The whole balance of an account stands in its one
--   bucket; charged-off accounts stand apart, sold ones are left out. The buckets add up to the open balance.
-- unit: money
-- period: month
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
WITH point AS (
  SELECT month_end AS period, bucket, open_minor FROM month
  UNION ALL
  SELECT through, bucket, open_minor FROM scope, clock WHERE through <> last_day(through)),
period_bucket AS (
  SELECT period, bucket, bucket_rank
  FROM (SELECT DISTINCT period FROM point), bucket_rank WHERE bucket NOT IN ('PAID', 'SOLD'))
SELECT period, bucket, CAST(coalesce(sum(point.open_minor), 0) AS BIGINT) AS balance_minor,
  count_if(coalesce(point.open_minor, 0) > 0) AS accounts
FROM period_bucket LEFT JOIN point USING (period, bucket)
GROUP BY period, bucket, bucket_rank ORDER BY period, bucket_rank
