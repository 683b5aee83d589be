-- title: Contact attempts
-- definition: Outbound contacts by month, all channels. Decisions to leave an account alone are not attempts.
-- unit: count
-- period: month
-- better: none
-- definition_version: 1
-- slices: receivable_type, segment
SELECT last_day(decided_on) AS period, count(*) AS value, count(DISTINCT account_id) AS accounts
FROM attempt, clock WHERE last_day(decided_on) <= through
GROUP BY period ORDER BY period
