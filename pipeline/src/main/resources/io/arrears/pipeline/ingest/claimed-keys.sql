-- Keys of the drop that more than one account has, in the drop or in the lake. Consents, flags and accounts have no keys
-- of their own. Variables: staged_files, lake_files (lists of Parquet files).

CREATE TEMP TABLE claim AS
SELECT hash(fact, key) AS h, min(hash(account_id)) AS low, max(hash(account_id)) AS high
FROM read_parquet(getvariable('staged_files'), hive_partitioning = false)
WHERE fact IN ('invoices', 'payments', 'contacts', 'promises', 'disputes')
GROUP BY h;

CREATE TEMP TABLE suspect AS
SELECT h FROM claim WHERE low <> high
UNION
SELECT claim.h
FROM read_parquet(getvariable('lake_files'), hive_partitioning = false) AS lake
JOIN claim ON claim.h = hash(lake.fact, lake.key)
WHERE hash(lake.account_id) <> claim.low
  AND lake.fact IN ('invoices', 'payments', 'contacts', 'promises', 'disputes');

CREATE TEMP TABLE claimed AS
SELECT DISTINCT fact, key, account_id, in_lake
FROM (
  SELECT fact, key, account_id, false AS in_lake
  FROM read_parquet(getvariable('staged_files'), hive_partitioning = false)
  UNION ALL
  SELECT fact, key, account_id, true
  FROM read_parquet(getvariable('lake_files'), hive_partitioning = false)
)
WHERE hash(fact, key) IN (SELECT h FROM suspect)
  AND fact IN ('invoices', 'payments', 'contacts', 'promises', 'disputes');
