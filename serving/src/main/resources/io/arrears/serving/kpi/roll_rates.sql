-- title: Net roll rates
-- definition: Balance of a bucket at the end of a month divided by the balance of the younger bucket at the end of the
--   month before. A net flow: it can pass 1, and money that cured and fell behind again counts once.
-- unit: share
-- period: month
-- better: down
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: the younger bucket was empty the month before
WITH held AS (
  SELECT months.month_end, bucket_rank.bucket, bucket_rank.bucket_rank,
    coalesce(sum(month.open_minor), 0) AS balance_minor
  FROM (SELECT DISTINCT month_end FROM month) AS months
  CROSS JOIN bucket_rank
  LEFT JOIN month ON month.month_end = months.month_end AND month.bucket = bucket_rank.bucket
  WHERE bucket_rank.bucket_rank <= 5
  GROUP BY ALL)
SELECT older.month_end AS period, younger.bucket AS from_bucket, older.bucket AS to_bucket,
  older.balance_minor / nullif(younger.balance_minor, 0) AS value,
  CAST(older.balance_minor AS BIGINT) AS rolled_minor, CAST(younger.balance_minor AS BIGINT) AS before_minor
FROM held AS older
JOIN held AS younger ON younger.bucket_rank = older.bucket_rank - 1
  AND younger.month_end = last_day(older.month_end - INTERVAL 1 MONTH)
WHERE older.bucket_rank BETWEEN 1 AND 4
ORDER BY period, older.bucket_rank
