-- title: What moved the balance
-- definition: Opening + billed − collected − adjusted = closing for each month, on balances net of credit. The
--   difference is zero to the minor unit; anything else is an error in the data.
-- unit: money
-- period: month
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
WITH total AS (
  SELECT month_end, sum(open_minor - credit_minor) AS closing_minor, sum(billed_minor) AS billed_minor,
    sum(paid_minor) AS collected_minor, sum(adjusted_minor) AS adjusted_minor
  FROM month GROUP BY month_end)
SELECT now.month_end AS period, CAST(before.closing_minor AS BIGINT) AS opening_minor,
  CAST(now.billed_minor AS BIGINT) AS billed_minor, CAST(now.collected_minor AS BIGINT) AS collected_minor,
  CAST(now.adjusted_minor AS BIGINT) AS adjusted_minor, CAST(now.closing_minor AS BIGINT) AS closing_minor,
  CAST(before.closing_minor + now.billed_minor - now.collected_minor - now.adjusted_minor - now.closing_minor AS BIGINT)
    AS difference_minor
FROM total AS now JOIN total AS before ON before.month_end = last_day(now.month_end - INTERVAL 1 MONTH)
ORDER BY period
