-- title: Promises kept
-- definition: Promises kept divided by promises fallen due, by the month of the due date. Kept: at least the promised
--   amount received from the day made through 3 days after the due date. Months whose 3 days of grace are over;
--   promises not yet due count on neither side.
-- unit: share
-- period: month
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no promise fell due
SELECT last_day(due_on) AS period, count_if(state = 'kept') / nullif(count(*), 0) AS value,
  count_if(state = 'kept') AS kept, count_if(state = 'broken') AS broken, count(*) AS fallen_due
FROM promise SEMI JOIN scope USING (account_id), clock
WHERE last_day(due_on) + 3 <= through AND state <> 'pending'
GROUP BY period ORDER BY period
