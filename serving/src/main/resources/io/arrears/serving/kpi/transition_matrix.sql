-- title: Where accounts moved in a month
-- definition: Of the accounts that stood in a bucket at the end of the month before, the share that stood in each
--   bucket at the end of the month; by number and by the balance of the month before. Every row adds up to 1. The
--   last six months; accounts that were paid off or sold a month before have no row.
-- unit: share
-- period: month
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
WITH recent AS (SELECT DISTINCT month_end AS period FROM month ORDER BY period DESC LIMIT 6),
move AS (
  SELECT recent.period, before.bucket AS from_bucket, coalesce(after.bucket, 'PAID') AS to_bucket,
    count(*) AS accounts, CAST(sum(before.open_minor) AS BIGINT) AS balance_minor
  FROM recent
  JOIN month AS before ON before.month_end = last_day(recent.period - INTERVAL 1 MONTH)
  LEFT JOIN month AS after ON after.account_id = before.account_id AND after.month_end = recent.period
  WHERE before.bucket NOT IN ('PAID', 'SOLD')
  GROUP BY ALL)
SELECT period, from_bucket, to_bucket, accounts, balance_minor,
  accounts / sum(accounts) OVER (PARTITION BY period, from_bucket) AS share_of_accounts,
  balance_minor / nullif(sum(balance_minor) OVER (PARTITION BY period, from_bucket), 0) AS share_of_balance
FROM move
JOIN bucket_rank AS from_rank ON from_rank.bucket = from_bucket
JOIN bucket_rank AS to_rank ON to_rank.bucket = to_bucket
ORDER BY period, from_rank.bucket_rank, to_rank.bucket_rank
