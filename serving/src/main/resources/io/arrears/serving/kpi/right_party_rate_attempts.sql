-- title: Right party per attempt
-- definition: Contacts that reached the right party divided by outbound attempts, by the month of the attempt.
-- unit: share
-- period: month
-- better: up
-- definition_version: 1
-- slices: receivable_type, segment
-- null when: no attempt was made
SELECT last_day(decided_on) AS period, count_if(right_party) / nullif(count(*), 0) AS value,
  count_if(right_party) AS right_party, count(*) AS attempts
FROM attempt, clock WHERE last_day(decided_on) <= through
GROUP BY period ORDER BY period
