-- title: Expected, next 30 days
-- definition: Sum over open accounts of the cash the champion model expects within 30 days of the as-of date, under the
--   contact policy that was logged.
-- unit: money
-- period: snapshot
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no account has been scored
SELECT as_of AS period, sum(expected_cash_30d_minor) AS value_minor, count(*) AS accounts
FROM score SEMI JOIN scope USING (account_id), clock GROUP BY as_of
