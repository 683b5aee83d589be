-- title: Promised money kept
-- definition: Amount of the promises kept divided by the amount of the promises fallen due, by the month of the due
--   date; kept as in the rate by number.
-- unit: share
-- period: month
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no promise fell due
SELECT last_day(due_on) AS period,
  coalesce(sum(amount_minor) FILTER (state = 'kept'), 0) / nullif(sum(amount_minor), 0) AS value,
  CAST(coalesce(sum(amount_minor) FILTER (state = 'kept'), 0) AS BIGINT) AS kept_minor,
  CAST(coalesce(sum(amount_minor) FILTER (state = 'broken'), 0) AS BIGINT) AS broken_minor,
  CAST(sum(amount_minor) AS BIGINT) AS fallen_due_minor
FROM promise SEMI JOIN scope USING (account_id), clock
WHERE last_day(due_on) + 3 <= through AND state <> 'pending'
GROUP BY period ORDER BY period
