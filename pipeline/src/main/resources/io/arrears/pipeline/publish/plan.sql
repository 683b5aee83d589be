-- The plan. Variables: value_files, plan_files, price_files (lists of Parquet files).

INSERT INTO arm_value
SELECT account_id, action, channel, contact_window, legal, blocked_by, p_reach, p_pay_30d, expected_cash_30d_minor,
  cost_minor, net_value_minor
FROM read_parquet(getvariable('value_files'))
ORDER BY account_id, arm;

INSERT INTO plan
SELECT account_id, rank, action, channel, contact_window, net_value_minor, price_paid_minor, propensity, not_before,
  not_after, hold_reason, runner_up, runner_up_gap_minor
FROM read_parquet(getvariable('plan_files'))
ORDER BY rank;

INSERT INTO price
-- a capacity that only demands has no limit: what it used stands for it
SELECT capacity, unit, coalesce(limit_amount, greatest(used, least_amount)), used, price_minor
FROM read_parquet(getvariable('price_files'))
ORDER BY capacity;
