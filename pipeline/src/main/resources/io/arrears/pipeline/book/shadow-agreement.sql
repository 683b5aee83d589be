-- How far two sets of scores agree, score by score, over the accounts that both gave it.
-- Variables: champion, challenger (lists of Parquet files).
WITH champion AS (
    UNPIVOT (
        SELECT account_id, pay_probability_30d, expected_cash_30d_minor / power(10, decimals) AS expected_cash_30d,
            roll_probability, kept_probability, self_cure_probability
        FROM read_parquet(getvariable('champion'), hive_partitioning = false))
    ON COLUMNS(* EXCLUDE account_id) INTO NAME score VALUE value),
challenger AS (
    UNPIVOT (
        SELECT account_id, pay_probability_30d, expected_cash_30d_minor / power(10, decimals) AS expected_cash_30d,
            roll_probability, kept_probability, self_cure_probability
        FROM read_parquet(getvariable('challenger'), hive_partitioning = false))
    ON COLUMNS(* EXCLUDE account_id) INTO NAME score VALUE value),
both_scores AS (
    SELECT score, champion.value AS a, challenger.value AS b
    FROM champion JOIN challenger USING (account_id, score)),
ranked AS (
    SELECT score, a, b,
        count(*) OVER (PARTITION BY score) AS n,
        rank() OVER (PARTITION BY score ORDER BY a) - 1 AS below_a,
        rank() OVER (PARTITION BY score ORDER BY b) - 1 AS below_b,
        count(*) OVER (PARTITION BY score, a) AS ties_a,
        count(*) OVER (PARTITION BY score, b) AS ties_b
    FROM both_scores)
SELECT score,
    count(*) AS accounts,
    avg(abs(a - b)) AS mean_absolute_difference,
    max(abs(a - b)) AS largest_difference,
    CASE WHEN max(ties_a) < count(*) AND max(ties_b) < count(*)
        THEN corr(below_a + ties_a / 2.0, below_b + ties_b / 2.0) END AS rank_correlation,
    avg(CASE WHEN 10 * below_a // n <> 10 * below_b // n THEN 1.0 ELSE 0.0 END) AS decile_changed
FROM ranked
GROUP BY score
ORDER BY list_position(['pay_probability_30d', 'expected_cash_30d', 'roll_probability', 'kept_probability',
    'self_cure_probability'], score);
