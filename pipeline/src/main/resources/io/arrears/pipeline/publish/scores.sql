-- Scores and their reasons. Variable: score_files (list of Parquet files).

INSERT INTO score
SELECT account_id, model_id, pay_probability_30d, expected_cash_30d_minor, roll_probability
FROM read_parquet(getvariable('score_files'))
ORDER BY account_id;

INSERT INTO reason
SELECT account_id, row_number() OVER (PARTITION BY account_id ORDER BY abs(reason.contribution) DESC, reason.feature),
  reason.feature, reason.value, reason.contribution, reason.text
FROM (SELECT account_id, unnest(reasons) AS reason FROM read_parquet(getvariable('score_files')))
ORDER BY account_id;
