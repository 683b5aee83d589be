-- title: Days sales outstanding
-- definition: Open balance at the end of the month divided by what was billed in the three months up to it, times their
--   days (the simple method). Average days delinquent is the same with the past due balance; best possible with the
--   rest, so the two add up.
-- unit: days
-- period: month
-- better: down
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: nothing was billed in the three months
WITH total AS (
  SELECT month_end, sum(open_minor) AS open_minor, sum(past_due_minor) AS past_due_minor,
    sum(billed_minor) AS billed_minor
  FROM month GROUP BY month_end),
quarter AS (
  SELECT month_end AS period, open_minor, past_due_minor,
    sum(billed_minor) OVER three_months AS billed_minor, sum(day(month_end)) OVER three_months AS days,
    count(*) OVER three_months AS months
  FROM total WINDOW three_months AS (ORDER BY month_end ROWS BETWEEN 2 PRECEDING AND CURRENT ROW))
SELECT period, open_minor / nullif(billed_minor, 0) * days AS value,
  past_due_minor / nullif(billed_minor, 0) * days AS average_days_delinquent,
  (open_minor - past_due_minor) / nullif(billed_minor, 0) * days AS best_possible
FROM quarter WHERE months = 3 ORDER BY period
